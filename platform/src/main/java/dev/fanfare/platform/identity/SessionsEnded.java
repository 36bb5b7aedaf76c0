package dev.fanfare.platform.identity;

/** All sessions of somebody have ended but the one that ends them: what goes on for the others may not. */
public record SessionsEnded(String accountId) {}
