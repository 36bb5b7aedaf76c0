package dev.fanfare.platform.auctions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the ordered log of what was bid how an auction stands. Bids that are void count as never made.
 *
 * @param results what became of each bid, in the order of the log; null for those that are void
 */
record AuctionReplay(Bidding.Standing standing, List<Bidding.@Nullable Result> results) {
    static AuctionReplay of(Bidding rules, List<LoggedBid> log) {
        Bidding.Standing standing = rules.opening();
        List<Bidding.@Nullable Result> results = new ArrayList<>();
        for (LoggedBid logged : log) {
            Bidding.Result result = logged.isVoid() ? null : rules.apply(standing, logged.bid());
            if (result instanceof Bidding.Accepted accepted) {
                standing = accepted.standing();
            }
            results.add(result);
        }
        return new AuctionReplay(standing, results);
    }
}
