package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What sellers do with auctions, and those who watch. */
@Service
public class Auctions {
    private final AuctionTable auctions;
    private final AuctionGuests guests;
    private final Ledger ledger;
    private final AuctionCourse course;
    private final AuctionNews news;
    private final AuctionSettings settings;
    private final Bids bids;

    Auctions(
            AuctionTable auctions,
            AuctionGuests guests,
            Ledger ledger,
            AuctionCourse course,
            AuctionNews news,
            AuctionSettings settings,
            Bids bids) {
        this.auctions = auctions;
        this.guests = guests;
        this.ledger = ledger;
        this.course = course;
        this.news = news;
        this.settings = settings;
        this.bids = bids;
    }

    public boolean isEmpty() {
        return auctions.isEmpty();
    }

    /**
     * Begins an auction, or plans one.
     *
     * @return its id
     * @throws Problem 400 saying what is wrong with it
     */
    public String open(String sellerId, NewAuction offer) {
        return ledger.change(() -> {
            Auction auction = Offers.auction(Ids.next(), sellerId, offer, 1, settings, course.now());
            auctions.add(auction);
            List<String> invited = offer.invited();
            if (invited != null) {
                if (!auction.isByInvitation()) {
                    throw Problem.malformed("invalid", "invited needs byInvitation");
                }
                guests.invite(auction.id(), invited);
                news.invited(auction, invited.stream().distinct().toList());
            }
            return auction.id();
        });
    }

    /**
     * Bids.
     *
     * @param maxMinor null for the amount
     * @throws Problem if the bid does not count
     */
    public void bid(String auctionId, String bidderId, long amountMinor, @Nullable Long maxMinor) {
        bids.place(auctionId, bidderId, new WantedBid(amountMinor, maxMinor, null, null, true));
    }

    /** Buys at once. */
    public void buy(String auctionId, String buyerId) {
        bids.buy(auctionId, buyerId);
    }

    /**
     * Changes an auction that nobody has bid in.
     *
     * @param ifMatch as {@link IfMatch} takes it
     * @throws Problem 412 if there is another one by now
     */
    Auction change(String auctionId, String userId, AuctionChange change, String ifMatch) {
        return ledger.change(() -> {
            Auction auction = own(auctions.lock(auctionId), userId);
            IfMatch.check(ifMatch, auction.version());
            checkUntouched(auction);
            checkGoesOn(auction);
            Auction changed = Offers.auction(
                    auctionId, auction.sellerId(), change.onto(auction), auction.version(), settings, course.now());
            Auction after = auctions.saveDueAnew(changed);
            news.changed(after);
            return after;
        });
    }

    /** Ends it without a sale. Sellers may as long as nobody has bid, administrators as long as it goes on. */
    Auction cancel(String auctionId, String userId) {
        return ledger.change(() -> {
            Auction found = auctions.lock(auctionId);
            boolean isAdministrator = guests.isAdministrator(userId);
            Auction auction = isAdministrator ? guests.admitted(found, userId) : own(found, userId);
            if (auction.status() == Auction.Status.CANCELLED) {
                return auction;
            }
            checkGoesOn(auction);
            if (!isAdministrator) {
                checkUntouched(auction);
            }
            Auction after = auctions.save(
                    auction.over(Auction.Status.CANCELLED, null, auction.times().endAt()));
            news.cancelled(after);
            return after;
        });
    }

    private static Auction own(@Nullable Auction auction, String userId) {
        if (auction == null || !auction.sellerId().equals(userId)) {
            throw Problem.notFound();
        }
        return auction;
    }

    private static void checkUntouched(Auction auction) {
        if (auction.standing().count() > 0) {
            throw Problem.conflict("has_bids", "Somebody has bid", Map.of());
        }
    }

    private void checkGoesOn(Auction auction) {
        if (auction.isOver() || !course.now().isBefore(auction.times().endAt())) {
            throw Problem.conflict("auction_over", "The auction is over", Map.of());
        }
    }

    void watch(String auctionId, String userId, boolean isWatching) {
        ledger.change(() -> {
            guests.admitted(auctions.lock(auctionId), userId);
            if (isWatching) {
                guests.watch(auctionId, userId);
            } else {
                guests.unwatch(auctionId, userId);
            }
            return auctionId;
        });
    }

    /** @throws Problem 404 if there is none for that user */
    Auction find(String auctionId, String userId) {
        return guests.admitted(auctions.find(auctionId), userId);
    }
}
