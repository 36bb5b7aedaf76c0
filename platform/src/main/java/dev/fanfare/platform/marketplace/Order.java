package dev.fanfare.platform.marketplace;

import java.time.Instant;

/**
 * What somebody has ordered.
 *
 * @param title of the product as it was then
 * @param version greater with each status, and the number of them
 */
record Order(
        String id,
        String productId,
        String tenantId,
        String buyerId,
        String sellerId,
        String title,
        int quantity,
        long totalMinor,
        String currency,
        OrderStatus status,
        long version,
        Instant createdAt) {
    /** That somebody has brought it so far. */
    record Step(String orderId, OrderStatus status, String accountId, Instant at) {}

    boolean isBetween(String accountId) {
        return buyerId.equals(accountId) || sellerId.equals(accountId);
    }

    /** The seller for the buyer, and the buyer for the seller. */
    String other(String accountId) {
        return buyerId.equals(accountId) ? sellerId : buyerId;
    }

    /** The same with its next status. */
    Order with(OrderStatus next) {
        return new Order(
                id,
                productId,
                tenantId,
                buyerId,
                sellerId,
                title,
                quantity,
                totalMinor,
                currency,
                next,
                version + 1,
                createdAt);
    }
}
