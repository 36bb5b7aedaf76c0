package dev.fanfare.platform.tenancy;

/** A company or a community: what belongs to it only its members see. */
public record Tenant(String id, String name) {}
