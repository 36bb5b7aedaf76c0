package dev.fanfare.platform.marketplace;

/**
 * An order has got further; heard in the transaction in which it does.
 *
 * @param title of what was ordered
 * @param byId who has moved it
 */
public record OrderMoved(
        String orderId, String title, String buyerId, String sellerId, OrderStatus status, String byId) {}
