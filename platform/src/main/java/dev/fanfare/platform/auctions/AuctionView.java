package dev.fanfare.platform.auctions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An auction as one user sees it.
 *
 * @param channel where to follow it
 */
record AuctionView(
        String id,
        String title,
        String description,
        @Nullable String image,
        Seller seller,
        String currency,
        long startPriceMinor,
        long currentPriceMinor,
        long nextMinimumMinor,
        int bidsCount,
        @Nullable Boolean reserveMet,
        @Nullable Long buyNowMinor,
        Instant startsAt,
        Instant endAt,
        Instant maxEndAt,
        String status,
        @Nullable String outcome,
        boolean byInvitation,
        @Nullable String leader,
        long watchers,
        long version,
        Instant serverTime,
        String channel,
        You you) {
    /** Who sells it. */
    record Seller(String id, String name) {}

    /**
     * What only this user sees.
     *
     * @param maxMinor the most they would pay, null if they have not bid
     * @param conversationId with the winner or the seller, null if there is none
     */
    record You(
            String alias,
            boolean isSeller,
            boolean isLeading,
            @Nullable Long maxMinor,
            boolean isWatching,
            @Nullable String conversationId) {}
}
