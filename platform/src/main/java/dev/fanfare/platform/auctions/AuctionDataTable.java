package dev.fanfare.platform.auctions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of auctions is about one person. */
@Repository
class AuctionDataTable {
    private final JdbcClient database;

    AuctionDataTable(JdbcClient database) {
        this.database = database;
    }

    /** What somebody sells. */
    record Sale(
            String id,
            String title,
            String description,
            String currency,
            long startPriceMinor,
            String status,
            Instant createdAt) {}

    /** What somebody has bid. */
    record Offer(String auctionId, long amountMinor, long maxMinor, Instant at) {}

    List<Sale> sales(String accountId) {
        return database.sql("select * from auction where seller_id = ? order by created_at, id")
                .param(accountId)
                .query((row, number) -> new Sale(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("currency"),
                        row.getLong("start_price_minor"),
                        row.getString("status"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Offer> offers(String accountId) {
        return database.sql("select * from auction_bid where bidder_id = ? order by placed_at, auction_id, seq")
                .param(accountId)
                .query((row, number) -> new Offer(
                        row.getString("auction_id"),
                        row.getLong("amount_minor"),
                        row.getLong("max_minor"),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<String> watching(String accountId) {
        return ids("select auction_id from auction_watch where account_id = :id order by auction_id", accountId);
    }

    List<String> invitations(String accountId) {
        return ids("select auction_id from auction_invitation where account_id = :id order by auction_id", accountId);
    }

    /** Those that are not over, and in which somebody sells or bids, in order. */
    List<String> running(String accountId) {
        return ids(
                "select id from auction a where status in ('SCHEDULED', 'LIVE') and (seller_id = :id or exists"
                        + " (select 1 from auction_bid b where b.auction_id = a.id and b.bidder_id = :id"
                        + " and b.voided_at is null)) order by id",
                accountId);
    }

    private List<String> ids(String sql, String accountId) {
        return database.sql(sql)
                .param("id", accountId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** All but who has sold and bid what. */
    void forget(String accountId) {
        for (String sql : List.of(
                "delete from auction_watch where account_id = ?",
                "delete from auction_invitation where account_id = ?",
                "update auction_bid set client_id = null where bidder_id = ?",
                "update auction set description = '', image = null where seller_id = ?")) {
            database.sql(sql).param(accountId).update();
        }
    }
}
