package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product as one user sees it. */
record ProductView(
        String id,
        String title,
        String description,
        @Nullable String image,
        long priceMinor,
        String currency,
        int stock,
        String status,
        CategoryName category,
        Person seller,
        long version,
        Instant createdAt,
        You you) {
    /** Where it is found. */
    record CategoryName(String id, String name) {}

    /**
     * What only this user sees.
     *
     * @param conversationId with the seller about it, null if there is none
     */
    record You(boolean isSeller, @Nullable String conversationId) {}
}
