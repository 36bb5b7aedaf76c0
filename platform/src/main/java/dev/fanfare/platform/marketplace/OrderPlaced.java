package dev.fanfare.platform.marketplace;

/**
 * Somebody has ordered something; heard in the transaction in which they do.
 *
 * @param title of what was ordered
 */
public record OrderPlaced(String orderId, String title, String buyerId, String sellerId, int quantity) {}
