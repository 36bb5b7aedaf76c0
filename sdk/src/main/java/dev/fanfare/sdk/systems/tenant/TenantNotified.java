package dev.fanfare.sdk.systems.tenant;

/** All members of a tenant are told something: {@code notification} on its channel. */
public record TenantNotified(String tenantId, TenantNotice notice) {}
