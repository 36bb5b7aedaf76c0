package dev.fanfare.sdk.systems.auction;

import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two channels for each auction: one for everybody, and one for those who are signed in and, if it is by invitation, invited.
 * An application without the public one silences {@link #PUBLIC}.
 *
 * @param bidders who may subscribe to the private channel of an auction
 * @param pseudonyms name bidders on the public channel, see {@link #pseudonym}
 * @param showsBidders whether the public channel names them by their ids all the same
 */
public record AuctionChannels<U>(Policy<U> bidders, Pseudonyms pseudonyms, boolean showsBidders)
        implements Consumer<RegistryBuilder<U>> {
    public static final String PUBLIC = "auction-{auctionId}";
    public static final String PRIVATE = "private-auction-{auctionId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PUBLIC, channel -> {})
                .channel(PRIVATE, channel -> channel.allows(bidders))
                .event(BidPlaced.class, this::bidPlaced);
    }

    private void bidPlaced(Projection<BidPlaced> projection) {
        projection
                .to(PUBLIC, "bid-placed", BidNews.class, BidPlaced::auctionId, this::forEverybody)
                .to(
                        PRIVATE,
                        "bid-placed",
                        BidNews.class,
                        BidPlaced::auctionId,
                        bid -> news(bid, bid.highestBidderId()));
    }

    private @Nullable BidNews forEverybody(BidPlaced bid) {
        if (bid.isByInvitation()) {
            return null;
        }
        String bidder = bid.highestBidderId();
        return news(bid, showsBidders ? bidder : pseudonym(pseudonyms, bid.auctionId(), bidder));
    }

    private static BidNews news(BidPlaced bid, String bidder) {
        return new BidNews(bid.currentPriceMinor(), bidder, bid.endAt(), bid.bidsCount());
    }

    /** How a bidder is called in one auction, for telling users which of the bids are theirs. */
    public static String pseudonym(Pseudonyms pseudonyms, String auctionId, String bidderId) {
        return pseudonyms.of("auction " + auctionId, bidderId);
    }
}
