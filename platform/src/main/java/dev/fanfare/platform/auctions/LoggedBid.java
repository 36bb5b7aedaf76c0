package dev.fanfare.platform.auctions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an auction's log.
 *
 * @param seq every second number: the one after it is the leader's answer, if there is one
 * @param shown what others see that was bid, null for nothing
 * @param answer what the leader was made to bid against it at once, null for nothing
 */
record LoggedBid(
        long seq,
        Bidding.Bid bid,
        Instant at,
        boolean isVoid,
        @Nullable Long shown,
        @Nullable Long answer,
        @Nullable String answerBidder) {
    static final int STEP = 2;
}
