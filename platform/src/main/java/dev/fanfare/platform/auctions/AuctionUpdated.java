package dev.fanfare.platform.auctions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code auction:updated}: an auction stands otherwise than before. */
record AuctionUpdated(boolean isByInvitation, News news) {
    /** What those see who follow it. */
    record News(
            String auctionId,
            long currentPriceMinor,
            long nextMinimumMinor,
            int bidsCount,
            @Nullable Boolean reserveMet,
            @Nullable String leader,
            Instant endAt,
            String status,
            long version) {}
}
