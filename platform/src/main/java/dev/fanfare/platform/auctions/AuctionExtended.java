package dev.fanfare.platform.auctions;

import java.time.Instant;

/** {@code auction:extended}: a late bid has put off the end. */
record AuctionExtended(boolean isByInvitation, News news) {
    /** What those see who follow it. */
    record News(String auctionId, Instant endAt) {}
}
