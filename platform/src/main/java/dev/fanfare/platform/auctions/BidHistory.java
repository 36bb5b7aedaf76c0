package dev.fanfare.platform.auctions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the bids of an auction, and what the platform bid for leaders. */
@Component
class BidHistory {
    private final BidLog log;
    private final Aliases aliases;

    BidHistory(BidLog log, Aliases aliases) {
        this.log = log;
        this.aliases = aliases;
    }

    record Page(List<BidView> bids, boolean hasMore) {}

    /** The newest before a number. */
    Page before(Auction auction, long seq, int limit, String userId) {
        // The number may be that of an answer, whose bid is still to come, and each bid has one line at least.
        List<BidView> lines = new ArrayList<>();
        for (LoggedBid bid : log.shownBefore(auction.id(), seq, limit + 1)) {
            lines.addAll(lines(auction, bid, userId));
        }
        lines.removeIf(line -> line.seq() >= seq);
        return lines.size() <= limit ? new Page(lines, false) : new Page(List.copyOf(lines.subList(0, limit)), true);
    }

    private List<BidView> lines(Auction auction, LoggedBid bid, String userId) {
        BidView own = line(auction, bid, userId);
        return bid.answer() == null || bid.answerBidder() == null
                ? List.of(own)
                : List.of(
                        line(auction, bid.seq() + 1, bid.answerBidder(), bid.answer(), bid.at(), "proxy", userId), own);
    }

    /** What its bidder sees at once, if it is only that they would pay more. */
    BidView line(Auction auction, LoggedBid bid, String userId) {
        Long shown = bid.shown();
        String kind = bid.isVoid() ? "void" : bid.bid().isBought() ? "buy_now" : "bid";
        return shown == null
                ? line(
                        auction,
                        bid.seq(),
                        bid.bid().bidder(),
                        auction.standing().price(),
                        bid.at(),
                        "proxy",
                        userId)
                : line(auction, bid.seq(), bid.bid().bidder(), shown, bid.at(), kind, userId);
    }

    private BidView line(
            Auction auction, long seq, String bidder, long amount, Instant at, String kind, String userId) {
        return new BidView(seq, aliases.of(auction.id(), bidder), amount, at, kind, bidder.equals(userId));
    }
}
