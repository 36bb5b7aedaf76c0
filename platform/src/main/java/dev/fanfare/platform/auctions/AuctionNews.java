package dev.fanfare.platform.auctions;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.auction.BidPlaced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells clients and the rest of the application what has become of auctions, in the transaction that made it so. */
@Component
class AuctionNews {
    private final EventPublisher publisher;
    private final ApplicationEventPublisher application;
    private final Aliases aliases;
    private final BidLog bids;
    private final AuctionGuests guests;
    private final EventLog log;

    AuctionNews(
            EventPublisher publisher,
            ApplicationEventPublisher application,
            Aliases aliases,
            BidLog bids,
            AuctionGuests guests,
            EventLog log) {
        this.publisher = publisher;
        this.application = application;
        this.aliases = aliases;
        this.bids = bids;
        this.guests = guests;
        this.log = log;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void invited(Auction auction, List<String> userIds) {
        application.publishEvent(
                new AuctionInvitation(auction.id(), auction.lot().title(), userIds));
    }

    /** A bid that others see was accepted. */
    void bidPlaced(Auction before, Auction after) {
        Bidding.Standing standing = after.standing();
        List<Object> events = new ArrayList<>();
        events.add(new BidPlaced(
                after.id(),
                standing.price(),
                aliases.of(after.id(), Objects.requireNonNull(standing.leader())),
                after.times().endAt(),
                standing.count(),
                after.isByInvitation()));
        events.add(updated(after));
        if (after.times().endAt().isAfter(before.times().endAt())) {
            events.add(new AuctionExtended(
                    after.isByInvitation(),
                    new AuctionExtended.News(after.id(), after.times().endAt())));
        }
        publisher.publishAll(events);
        String outbid = before.standing().leader();
        if (outbid != null && !outbid.equals(standing.leader())) {
            application.publishEvent(new Outbid(
                    after.id(),
                    after.lot().title(),
                    outbid,
                    standing.price(),
                    after.rules().currency()));
        }
    }

    void changed(Auction auction) {
        publisher.publish(updated(auction));
    }

    private AuctionUpdated updated(Auction auction) {
        Bidding.Standing standing = auction.standing();
        return new AuctionUpdated(
                auction.isByInvitation(),
                new AuctionUpdated.News(
                        auction.id(),
                        standing.price(),
                        auction.rules().minimum(standing),
                        standing.count(),
                        auction.rules().reserveMet(standing),
                        aliases.ofOptional(auction.id(), standing.leader()),
                        auction.times().endAt(),
                        word(auction.status()),
                        auction.version()));
    }

    void endingSoon(Auction auction) {
        List<String> followers = followers(auction);
        if (!followers.isEmpty()) {
            application.publishEvent(new AuctionEndingSoon(
                    auction.id(),
                    auction.lot().title(),
                    followers,
                    auction.times().endAt()));
        }
    }

    void cancelled(Auction auction) {
        changed(auction);
        application.publishEvent(
                new AuctionCancelled(auction.id(), auction.lot().title(), followers(auction)));
    }

    private List<String> followers(Auction auction) {
        return Stream.concat(bids.bidders(auction.id()).stream(), guests.watchers(auction.id()).stream())
                .distinct()
                .toList();
    }

    void ended(Auction auction, Auction.Outcome outcome, Instant at) {
        Bidding.Standing standing = auction.standing();
        String winner = outcome == Auction.Outcome.SOLD ? standing.leader() : null;
        publisher.publishAll(List.of(
                updated(auction),
                new AuctionEnded(
                        auction.isByInvitation(),
                        new AuctionEnded.News(
                                auction.id(),
                                word(outcome),
                                standing.price(),
                                aliases.ofOptional(auction.id(), winner),
                                at))));
        List<String> bidders = bids.bidders(auction.id());
        log.holdUsers(
                Stream.concat(bidders.stream(), Stream.of(auction.sellerId())).toList());
        String title = auction.lot().title();
        String currency = auction.rules().currency();
        if (winner == null) {
            application.publishEvent(new AuctionUnsold(
                    auction.id(), title, auction.sellerId(), outcome == Auction.Outcome.RESERVE_NOT_MET));
        } else {
            application.publishEvent(
                    new AuctionWon(auction.id(), title, auction.sellerId(), winner, standing.price(), currency));
            application.publishEvent(
                    new AuctionSold(auction.id(), title, auction.sellerId(), winner, standing.price(), currency));
        }
        List<String> losers =
                bidders.stream().filter(bidder -> !bidder.equals(winner)).toList();
        if (!losers.isEmpty()) {
            application.publishEvent(new AuctionLost(auction.id(), title, losers, standing.price(), currency));
        }
    }
}
