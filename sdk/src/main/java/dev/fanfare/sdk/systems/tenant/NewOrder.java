package dev.fanfare.sdk.systems.tenant;

/**
 * What the members of a tenant see of an order.
 *
 * @param total in the smallest unit of its currency
 */
public record NewOrder(String orderId, long total) {
    static NewOrder of(OrderCreated order) {
        return new NewOrder(order.orderId(), order.total());
    }
}
