package dev.fanfare.platform.auctions;

import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.work.DueSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where auctions are kept. */
@Repository
class AuctionTable {
    private final JdbcClient database;
    private final Queues queues;
    private final AuctionSettings settings;
    private final Clock clock;
    private final DueSignal signal;

    AuctionTable(JdbcClient database, Queues queues, AuctionSettings settings, Clock clock, DueSignal signal) {
        this.database = database;
        this.queues = queues;
        this.settings = settings;
        this.clock = clock;
        this.signal = signal;
    }

    /** Null if there is none. */
    @Nullable
    Auction find(String id) {
        return one("select * from auction where id = ?", id);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    @Nullable
    Auction lock(String id) {
        queues.enter("auction " + id);
        return one("select * from auction where id = ? for update", id);
    }

    private @Nullable Auction one(String sql, String id) {
        return database.sql(sql)
                .param(id)
                .query(AuctionTable::auction)
                .optional()
                .orElse(null);
    }

    void add(Auction auction) {
        String columns = "id, seller_id, title, description, image, currency, start_price_minor, reserve_minor,"
                + " buy_now_minor, starts_at, end_at, max_end_at, status, outcome, by_invitation, price_minor, leader_id,"
                + " leader_max_minor, bids_count, ending_soon_told, due_at, version, created_at";
        String values = ":id, :seller, :title, :description, :image, :currency, :start, :reserve, :buyNow, :startsAt,"
                + " :endAt, :maxEndAt, :status, :outcome, :byInvitation, :price, :leader, :leaderMax, :count, :told, :due,"
                + " :version, :now";
        with(database.sql("insert into auction (" + columns + ") values (" + values + ")"), auction)
                .param("seller", auction.sellerId())
                .param("currency", auction.rules().currency())
                .param("byInvitation", auction.isByInvitation())
                .param("version", auction.version())
                .param("now", at(clock.instant()))
                .update();
        signal.raiseAfterCommit();
    }

    /** Keeps a changed auction under its next version. Whoever calls has locked it. */
    Auction save(Auction auction) {
        Auction next = auction.nextVersion();
        with(
                        database.sql("update auction set title = :title, description = :description, image = :image,"
                                + " start_price_minor = :start, reserve_minor = :reserve, buy_now_minor = :buyNow,"
                                + " starts_at = :startsAt, end_at = :endAt, max_end_at = :maxEndAt, status = :status,"
                                + " outcome = :outcome, price_minor = :price, leader_id = :leader,"
                                + " leader_max_minor = :leaderMax, bids_count = :count, ending_soon_told = :told,"
                                + " due_at = :due, version = :version where id = :id"),
                        next)
                .param("version", next.version())
                .update();
        return next;
    }

    /** The same for one that may be due earlier than before, which no bid makes it. */
    Auction saveDueAnew(Auction auction) {
        signal.raiseAfterCommit();
        return save(auction);
    }

    /** Keeps what only the leader may know, under the version that there is. */
    void saveLeaderMax(Auction auction) {
        database.sql("update auction set leader_max_minor = ? where id = ?")
                .params(auction.standing().leaderMax(), auction.id())
                .update();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Auction auction) {
        Instant due = auction.due(settings.endingSoon());
        return statement
                .param("id", auction.id())
                .param("title", auction.lot().title())
                .param("description", auction.lot().description())
                .param("image", auction.lot().image())
                .param("start", auction.rules().startPrice())
                .param("reserve", auction.rules().reserve())
                .param("buyNow", auction.rules().buyNow())
                .param("startsAt", at(auction.times().startsAt()))
                .param("endAt", at(auction.times().endAt()))
                .param("maxEndAt", at(auction.times().maxEndAt()))
                .param("status", auction.status().name())
                .param(
                        "outcome",
                        auction.outcome() == null ? null : auction.outcome().name())
                .param("price", auction.standing().price())
                .param("leader", auction.standing().leader())
                .param("leaderMax", auction.standing().leaderMax())
                .param("count", auction.standing().count())
                .param("told", auction.isEndingSoonTold())
                .param("due", due == null ? null : at(due));
    }

    /** Those to which something was to happen by then, the most urgent first. */
    List<String> due(Instant now) {
        return database.sql("select id from auction where due_at <= ? order by due_at limit 100")
                .param(at(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** When something happens next, null if nothing does. */
    @Nullable
    Instant nextDue() {
        return database.sql("select min(due_at) as due_at from auction")
                .query((row, number) -> row.getObject("due_at", OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** @param column one of those that lists are ordered by */
    Instant time(String id, String column) {
        return database.sql("select " + column + " from auction where id = ?")
                .param(id)
                .query((row, number) -> instant(row, column))
                .single();
    }

    boolean isEmpty() {
        return database.sql("select count(*) from auction").query(Long.class).single() == 0;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Auction auction(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Auction(
                row.getString("id"),
                row.getString("seller_id"),
                new Auction.Lot(row.getString("title"), row.getString("description"), row.getString("image")),
                new Bidding(
                        row.getString("currency"),
                        row.getLong("start_price_minor"),
                        row.getObject("reserve_minor", Long.class),
                        row.getObject("buy_now_minor", Long.class)),
                new Auction.Times(instant(row, "starts_at"), instant(row, "end_at"), instant(row, "max_end_at")),
                Auction.Status.valueOf(row.getString("status")),
                outcome == null ? null : Auction.Outcome.valueOf(outcome),
                row.getBoolean("by_invitation"),
                new Bidding.Standing(
                        row.getLong("price_minor"),
                        row.getString("leader_id"),
                        row.getLong("leader_max_minor"),
                        row.getInt("bids_count")),
                row.getBoolean("ending_soon_told"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
