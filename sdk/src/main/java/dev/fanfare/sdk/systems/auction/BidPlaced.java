package dev.fanfare.sdk.systems.auction;

import java.time.Instant;

/**
 * A bid was accepted: {@code bid-placed} on the auction's channel.
 *
 * @param currentPriceMinor the price now, in the smallest unit of its currency
 * @param highestBidderId whose bid it was; on the public channel a pseudonym stands for it
 * @param endAt when the auction ends now
 * @param bidsCount with this one
 * @param isByInvitation whether only those who are invited hear of it
 */
public record BidPlaced(
        String auctionId,
        long currentPriceMinor,
        String highestBidderId,
        Instant endAt,
        int bidsCount,
        boolean isByInvitation) {}
