package dev.fanfare.sdk.systems.tenant;

/**
 * Somebody has ordered: {@code order:created} on the tenant's channel.
 *
 * @param total in the smallest unit of its currency
 */
public record OrderCreated(String tenantId, String orderId, long total) {}
