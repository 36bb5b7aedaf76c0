package dev.fanfare.platform.tenancy;

import dev.fanfare.sdk.registry.Decision;

/** Whom an order concerns, for a platform that has orders: a bean of this says so. */
@FunctionalInterface
public interface OrderParties {
    /** Whether somebody may follow an order. */
    Decision decide(String accountId, String orderId);
}
