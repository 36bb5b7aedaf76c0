package dev.fanfare.sdk.systems.tenant;

import java.time.Instant;

/** An order has got further: {@code order:status} on its channel. */
public record OrderStatusChanged(String orderId, String status, Instant changedAt) {}
