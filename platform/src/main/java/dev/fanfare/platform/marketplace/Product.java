package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.web.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sells for a fixed price.
 *
 * @param stock pieces that can be ordered
 * @param isWithdrawn whether it is not for sale any more
 * @param version greater with each change, also with each piece that is ordered
 */
record Product(
        String id,
        String tenantId,
        String categoryId,
        String sellerId,
        String title,
        String description,
        @Nullable String image,
        long priceMinor,
        String currency,
        int stock,
        boolean isWithdrawn,
        long version,
        Instant createdAt) {
    /** Whether one can order it. */
    enum Status {
        ACTIVE,
        SOLD_OUT,
        WITHDRAWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Status status() {
        if (isWithdrawn) {
            return Status.WITHDRAWN;
        }
        return stock == 0 ? Status.SOLD_OUT : Status.ACTIVE;
    }

    /**
     * The same with fewer pieces.
     *
     * @throws Problem 409 if there are not that many, or it is not for sale
     */
    Product less(int quantity) {
        if (isWithdrawn) {
            throw Problem.conflict("withdrawn", "It is not for sale any more", Map.of());
        }
        if (stock < quantity) {
            throw Problem.conflict("sold_out", "There are not so many left", Map.of("stock", stock));
        }
        return with(stock - quantity, isWithdrawn);
    }

    /** The same with pieces that came back. */
    Product more(int quantity) {
        return with(stock + quantity, isWithdrawn);
    }

    Product withdrawn() {
        return with(stock, true);
    }

    private Product with(int stockThen, boolean withdrawnThen) {
        return new Product(
                id,
                tenantId,
                categoryId,
                sellerId,
                title,
                description,
                image,
                priceMinor,
                currency,
                stockThen,
                withdrawnThen,
                version,
                createdAt);
    }

    /** The same, of which nobody can tell any more what it was. */
    Product blank() {
        return new Product(
                id,
                tenantId,
                categoryId,
                sellerId,
                "Deleted product",
                "",
                null,
                priceMinor,
                currency,
                stock,
                true,
                version,
                createdAt);
    }
}
