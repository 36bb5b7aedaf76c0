package dev.fanfare.platform.marketplace;

import java.util.EnumSet;
import java.util.Set;

/** What somebody has to do with an order. */
enum Part {
    BUYER,
    SELLER,
    SUPPORT;

    /** What somebody may make of it. */
    Set<OrderStatus> allowed(OrderStatus from) {
        Set<OrderStatus> next = from.next();
        if (this == BUYER) {
            next.retainAll(
                    switch (from) {
                        case PENDING -> EnumSet.of(OrderStatus.CANCELLED);
                        case SHIPPED -> EnumSet.of(OrderStatus.DELIVERED);
                        default -> EnumSet.noneOf(OrderStatus.class);
                    });
        }
        return next;
    }
}
