package dev.fanfare.sdk.systems.auction;

import java.time.Instant;

/** What clients see of a bid: these four fields and no other. */
public record BidNews(
        long pusherCurrentPriceMinor, String pusherHighestBidderId, Instant pusherEndAt, int pusherBidsCount) {}
