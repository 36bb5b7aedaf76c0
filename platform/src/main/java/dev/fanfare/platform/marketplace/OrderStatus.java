package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.web.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far an order is. Nothing goes back. */
public enum OrderStatus {
    PENDING,
    PAID,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    REFUNDED;

    /** What can come next; nothing after the last. */
    Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(PAID, SHIPPED, CANCELLED);
            case PAID -> EnumSet.of(SHIPPED, REFUNDED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED -> EnumSet.of(REFUNDED);
            case CANCELLED, REFUNDED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether the pieces can be sold again when this becomes of it: they have never left the seller. */
    boolean givesBack(OrderStatus next) {
        return next == CANCELLED || this == PAID && next == REFUNDED;
    }

    /** As sentences have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 400 for a word that is none; upper and lower case are the same */
    static OrderStatus of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("invalid", "status is none of " + Arrays.toString(values())));
    }
}
