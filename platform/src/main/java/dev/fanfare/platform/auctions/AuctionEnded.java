package dev.fanfare.platform.auctions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code auction:ended}: no more bids. */
record AuctionEnded(boolean isByInvitation, News news) {
    /** What those see who follow it. */
    record News(
            String auctionId,
            String outcome,
            long currentPriceMinor,
            @Nullable String winner,
            Instant endedAt) {}
}
