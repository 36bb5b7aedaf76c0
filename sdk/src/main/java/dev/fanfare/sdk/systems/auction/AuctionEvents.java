package dev.fanfare.sdk.systems.auction;

import dev.fanfare.sdk.registry.EventPublisher;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Tells of what happens in auctions. Safe to use from several threads.
 *
 * @param publisher of an application that has {@link AuctionChannels}
 */
public record AuctionEvents(EventPublisher publisher) {
    /** As {@link BidPlaced} for an auction that everybody may watch. */
    public CompletionStage<Void> emitBidPlaced(
            String auctionId, long currentPriceMinor, String highestBidderId, Instant endAt, int bidsCount) {
        return publisher.publish(new BidPlaced(auctionId, currentPriceMinor, highestBidderId, endAt, bidsCount, false));
    }
}
