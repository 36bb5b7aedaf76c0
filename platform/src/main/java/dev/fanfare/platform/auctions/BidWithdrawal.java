package dev.fanfare.platform.auctions;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes bids void and lets the others count anew. The end stays where it is. */
@Component
class BidWithdrawal {
    private final AuctionTable auctions;
    private final BidLog log;
    private final AuctionNews news;

    BidWithdrawal(AuctionTable auctions, BidLog log, AuctionNews news) {
        this.auctions = auctions;
        this.log = log;
        this.news = news;
    }

    /** @param auction which whoever calls has locked */
    Auction without(Auction auction, List<Long> seqs, Instant now) {
        seqs.forEach(seq -> log.makeVoid(auction.id(), seq, now));
        List<LoggedBid> entries = log.all(auction.id());
        AuctionReplay replay = AuctionReplay.of(auction.rules(), entries);
        log.show(auction.id(), entries, replay);
        Auction after = auctions.save(
                auction.withStanding(replay.standing(), auction.times().endAt()));
        news.changed(after);
        return after;
    }
}
