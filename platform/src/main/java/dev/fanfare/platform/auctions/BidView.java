package dev.fanfare.platform.auctions;

import java.time.Instant;

/** A line of an auction's history. */
record BidView(long seq, String bidder, long amountMinor, Instant at, String kind, boolean mine) {}
