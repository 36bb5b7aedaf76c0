package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Prices;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Takes bids: each in one transaction that has the auction for itself. */
@Service
class Bids {
    private static final int SUSPICIOUS = 10;

    private final AuctionTable auctions;
    private final BidLog log;
    private final AuctionGuests guests;
    private final Ledger ledger;
    private final AuctionCourse course;
    private final AuctionNews news;
    private final AuctionSettings settings;

    Bids(
            AuctionTable auctions,
            BidLog log,
            AuctionGuests guests,
            Ledger ledger,
            AuctionCourse course,
            AuctionNews news,
            AuctionSettings settings) {
        this.auctions = auctions;
        this.log = log;
        this.guests = guests;
        this.ledger = ledger;
        this.course = course;
        this.news = news;
        this.settings = settings;
    }

    /** @throws Problem if the bid does not count, with what it would have to be */
    PlacedBid place(String auctionId, String bidderId, WantedBid wanted) {
        Prices.checkAmount("amountMinor", wanted.amountMinor());
        Prices.checkAmount("maxMinor", wanted.max());
        if (wanted.max() < wanted.amountMinor()) {
            throw Problem.malformed("invalid", "maxMinor is less than amountMinor");
        }
        return ledger.change(() -> {
            Auction auction = guests.admitted(auctions.lock(auctionId), bidderId);
            LoggedBid sent = log.sent(auctionId, bidderId, wanted.clientId());
            if (sent != null) {
                return new PlacedBid(sent, auction, false);
            }
            Instant now = course.now();
            checkOpen(auction, bidderId, now);
            if (wanted.currency() != null
                    && !wanted.currency().equals(auction.rules().currency())) {
                throw Problem.malformed(
                        "currency_mismatch", "Bids are in " + auction.rules().currency());
            }
            Bidding.Bid bid = new Bidding.Bid(bidderId, wanted.amountMinor(), wanted.max(), false);
            Bidding.Accepted accepted = accepted(auction, bid);
            checkMeant(auction, wanted);
            return keep(auction, bid, accepted, wanted, now);
        });
    }

    private PlacedBid keep(Auction auction, Bidding.Bid bid, Bidding.Accepted accepted, WantedBid wanted, Instant now) {
        LoggedBid logged = log.append(auction.id(), bid, accepted, now, wanted.clientId());
        Instant endAt = auction.times().endAt();
        if (accepted.shown() == null) {
            Auction after = auction.withStanding(accepted.standing(), endAt);
            auctions.saveLeaderMax(after);
            return new PlacedBid(logged, after, true);
        }
        Instant extended = settings.extended(endAt, auction.times().maxEndAt(), now);
        Auction after = auctions.save(auction.begun().withStanding(accepted.standing(), extended));
        news.bidPlaced(auction, after);
        return new PlacedBid(logged, after, true);
    }

    /** Sells at once, and ends the auction with it. */
    Auction buy(String auctionId, String buyerId) {
        return ledger.change(() -> {
            Auction auction = guests.admitted(auctions.lock(auctionId), buyerId);
            Instant now = course.now();
            checkOpen(auction, buyerId, now);
            Bidding.Bid bid = new Bidding.Bid(buyerId, 0, 0, true);
            Bidding.Accepted accepted = accepted(auction, bid);
            log.append(auctionId, bid, accepted, now, null);
            Auction after = auctions.save(auction.begun()
                    .withStanding(accepted.standing(), auction.times().endAt()));
            news.bidPlaced(auction, after);
            return course.end(after, now);
        });
    }

    private static void checkOpen(Auction auction, String userId, Instant now) {
        if (auction.sellerId().equals(userId)) {
            throw Problem.forbidden("own_auction", "Nobody bids for what they sell");
        }
        if (!auction.isOpen(now)) {
            throw notLive();
        }
    }

    static Problem notLive() {
        return Problem.conflict("auction_not_live", "The auction takes no bids now", Map.of());
    }

    private static Bidding.Accepted accepted(Auction auction, Bidding.Bid bid) {
        return switch (auction.rules().apply(auction.standing(), bid)) {
            case Bidding.Accepted accepted -> accepted;
            case Bidding.TooLow tooLow ->
                throw Problem.conflict(
                        "bid_too_low",
                        "The next bid has to be " + tooLow.minimum() + " at least",
                        Map.of("nextMinimumMinor", tooLow.minimum()));
            case Bidding.AlreadyLeading leading ->
                throw Problem.conflict("already_leading", "You lead with as much or more", Map.of());
            case Bidding.NotForSale not ->
                throw Problem.conflict("not_for_sale", "It can only be had by bidding", Map.of());
        };
    }

    /** Somebody may have forgotten the decimal point. */
    private static void checkMeant(Auction auction, WantedBid wanted) {
        long suspicious = SUSPICIOUS * auction.rules().minimum(auction.standing());
        if (wanted.max() >= suspicious && !Boolean.TRUE.equals(wanted.confirmed())) {
            throw Problem.conflict(
                    "confirm_amount", "That is ten times what is needed", Map.of("amountMinor", wanted.max()));
        }
    }
}
