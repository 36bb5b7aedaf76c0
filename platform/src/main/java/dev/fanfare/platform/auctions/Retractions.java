package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.Ledger;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** What administrators do about bids that should not count. */
@Service
class Retractions {
    private final AuctionTable auctions;
    private final BidLog log;
    private final AuctionGuests guests;
    private final Ledger ledger;
    private final AuctionCourse course;
    private final BidWithdrawal withdrawal;

    Retractions(
            AuctionTable auctions,
            BidLog log,
            AuctionGuests guests,
            Ledger ledger,
            AuctionCourse course,
            BidWithdrawal withdrawal) {
        this.auctions = auctions;
        this.log = log;
        this.guests = guests;
        this.ledger = ledger;
        this.course = course;
        this.withdrawal = withdrawal;
    }

    /**
     * Makes a bid void and lets the others count anew. The end stays where it is.
     *
     * @throws Problem 403 for whoever is no administrator
     */
    Auction retract(String auctionId, long seq, String userId) {
        return ledger.change(() -> {
            Auction auction = guests.admitted(auctions.lock(auctionId), userId);
            if (!guests.isAdministrator(userId)) {
                throw Problem.forbidden("Only administrators retract bids");
            }
            LoggedBid bid = log.find(auctionId, seq);
            if (bid == null) {
                throw Problem.notFound();
            }
            Instant now = course.now();
            if (!auction.isOpen(now)) {
                throw Bids.notLive();
            }
            if (bid.isVoid()) {
                return auction;
            }
            return withdrawal.without(auction, List.of(seq), now);
        });
    }
}
