package dev.fanfare.platform.identity;

/** Somebody has ended all their sessions: nothing that goes on for them may. */
public record SignedOutEverywhere(String accountId) {}
