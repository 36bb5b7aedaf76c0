package dev.fanfare.platform.auctions;

import dev.fanfare.platform.work.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** What happens to auctions by themselves: they begin, are soon over, and end. Each once, however often it is asked for. */
@Service
class AuctionCourse {
    private final AuctionTable auctions;
    private final Ledger ledger;
    private final AuctionNews news;
    private final AuctionSettings settings;
    private final Clock clock;

    AuctionCourse(AuctionTable auctions, Ledger ledger, AuctionNews news, AuctionSettings settings, Clock clock) {
        this.auctions = auctions;
        this.ledger = ledger;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** The time as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does what was due. Auctions may have waited for it while no platform ran. */
    void goOn(String auctionId) {
        ledger.change(() -> {
            Auction auction = auctions.lock(auctionId);
            Instant now = now();
            if (auction != null
                    && auction.status() == Auction.Status.SCHEDULED
                    && isReached(auction.times().startsAt(), now)) {
                auction = begin(auction);
            }
            if (auction != null && auction.status() == Auction.Status.LIVE) {
                goOnLive(auction, now);
            }
            return auctionId;
        });
    }

    private void goOnLive(Auction auction, Instant now) {
        Instant endAt = auction.times().endAt();
        if (isReached(endAt, now)) {
            end(auction, endAt);
        } else if (!auction.isEndingSoonTold() && isReached(endAt.minus(settings.endingSoon()), now)) {
            news.endingSoon(auctions.save(auction.endingSoonTold()));
        }
    }

    private static boolean isReached(Instant time, Instant now) {
        return !now.isBefore(time);
    }

    /** Whoever calls has locked it. */
    Auction begin(Auction auction) {
        Auction begun = auctions.save(auction.begun());
        news.changed(begun);
        return begun;
    }

    /** Ends an auction that goes on, as it stands. Whoever calls has locked it. */
    Auction end(Auction auction, Instant at) {
        Auction.Outcome outcome;
        if (auction.standing().leader() == null) {
            outcome = Auction.Outcome.NO_BIDS;
        } else if (Boolean.FALSE.equals(auction.rules().reserveMet(auction.standing()))) {
            outcome = Auction.Outcome.RESERVE_NOT_MET;
        } else {
            outcome = Auction.Outcome.SOLD;
        }
        Auction ended = auctions.save(auction.over(Auction.Status.ENDED, outcome, at));
        news.ended(ended, outcome, at);
        return ended;
    }
}
