package dev.fanfare.platform.auctions;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows auctions to users: to each what they may know. */
@Repository
class AuctionViews {
    private static final String ID = "{auctionId}";

    private final JdbcClient database;
    private final Accounts accounts;
    private final Aliases aliases;
    private final AuctionSettings settings;
    private final AuctionCourse course;
    private final ObjectProvider<WinnersThreads> threads;

    AuctionViews(
            JdbcClient database,
            Accounts accounts,
            Aliases aliases,
            AuctionSettings settings,
            AuctionCourse course,
            ObjectProvider<WinnersThreads> threads) {
        this.database = database;
        this.accounts = accounts;
        this.aliases = aliases;
        this.settings = settings;
        this.course = course;
        this.threads = threads;
    }

    /** What a page of auctions needs beside them. */
    private record Around(
            Map<String, Long> watchers, Set<String> watched, Map<String, Long> maxima, Map<String, String> names) {}

    AuctionView of(Auction auction, String userId) {
        return of(List.of(auction), userId).getFirst();
    }

    List<AuctionView> of(List<Auction> auctions, String userId) {
        if (auctions.isEmpty()) {
            return List.of();
        }
        Around around = around(auctions, userId);
        Instant now = course.now();
        return auctions.stream()
                .map(auction -> view(auction, userId, around, now))
                .toList();
    }

    private Around around(List<Auction> auctions, String userId) {
        List<String> ids = auctions.stream().map(Auction::id).toList();
        Around around = new Around(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
        database.sql(
                        "select auction_id, count(*) as watchers, sum(case when account_id = :user then 1 else 0 end) as own"
                                + " from auction_watch where auction_id in (:ids) group by auction_id")
                .param("user", userId)
                .param("ids", ids)
                .query(row -> {
                    around.watchers.put(row.getString("auction_id"), row.getLong("watchers"));
                    if (row.getLong("own") > 0) {
                        around.watched.add(row.getString("auction_id"));
                    }
                });
        database.sql("select auction_id, max(max_minor) as most from auction_bid where bidder_id = :user"
                        + " and voided_at is null and auction_id in (:ids) group by auction_id")
                .param("user", userId)
                .param("ids", ids)
                .query(row -> {
                    around.maxima.put(row.getString("auction_id"), row.getLong("most"));
                });
        accounts.people(auctions.stream().map(Auction::sellerId).toList())
                .forEach((id, person) -> around.names.put(id, person.name()));
        return around;
    }

    String channel(Auction auction) {
        boolean isPrivate = auction.isByInvitation() || settings.visibility() == AuctionSettings.Visibility.PRIVATE;
        return (isPrivate ? AuctionChannels.PRIVATE : AuctionChannels.PUBLIC).replace(ID, auction.id());
    }

    private AuctionView view(Auction auction, String userId, Around around, Instant now) {
        Bidding.Standing standing = auction.standing();
        return new AuctionView(
                auction.id(),
                auction.lot().title(),
                auction.lot().description(),
                auction.lot().image(),
                new AuctionView.Seller(
                        auction.sellerId(), around.names.getOrDefault(auction.sellerId(), auction.sellerId())),
                auction.rules().currency(),
                auction.rules().startPrice(),
                standing.price(),
                auction.rules().minimum(standing),
                standing.count(),
                auction.rules().reserveMet(standing),
                standing.leader() == null && !auction.isOver() ? auction.rules().buyNow() : null,
                auction.times().startsAt(),
                auction.times().endAt(),
                auction.times().maxEndAt(),
                AuctionNews.word(auction.isOpen(now) ? Auction.Status.LIVE : auction.status()),
                auction.outcome() == null ? null : AuctionNews.word(auction.outcome()),
                auction.isByInvitation(),
                aliases.ofOptional(auction.id(), standing.leader()),
                around.watchers.getOrDefault(auction.id(), 0L),
                auction.version(),
                now,
                channel(auction),
                you(auction, userId, around));
    }

    private AuctionView.You you(Auction auction, String userId, Around around) {
        boolean isLeading = userId.equals(auction.standing().leader());
        return new AuctionView.You(
                aliases.of(auction.id(), userId),
                auction.sellerId().equals(userId),
                isLeading,
                isLeading ? Long.valueOf(auction.standing().leaderMax()) : around.maxima.get(auction.id()),
                around.watched.contains(auction.id()),
                conversation(auction, userId, isLeading));
    }

    private @Nullable String conversation(Auction auction, String userId, boolean isLeading) {
        WinnersThreads there = threads.getIfAvailable();
        String leader = auction.standing().leader();
        boolean isPartOfIt = isLeading || auction.sellerId().equals(userId);
        return there != null && leader != null && auction.outcome() == Auction.Outcome.SOLD && isPartOfIt
                ? there.conversationOf(auction.id(), auction.sellerId(), leader)
                : null;
    }
}
