package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds auctions that a user may see, page by page. */
@Repository
class AuctionSearch {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,14})\\.([A-Za-z0-9_-]{1,40})");

    private final JdbcClient database;
    private final AuctionGuests guests;
    private final AuctionTable auctions;

    AuctionSearch(JdbcClient database, AuctionGuests guests, AuctionTable auctions) {
        this.database = database;
        this.guests = guests;
        this.auctions = auctions;
    }

    /** Which auctions, and in which order. */
    enum Kind {
        ALL("true", "created_at", false),
        LIVE("a.status = 'LIVE'", "end_at", true),
        SCHEDULED("a.status = 'SCHEDULED'", "starts_at", true),
        ENDED("a.status = 'ENDED'", "end_at", false),
        MINE("a.seller_id = :user", "created_at", false),
        WATCHING(
                "exists (select 1 from auction_watch w where w.auction_id = a.id and w.account_id = :user)",
                "created_at",
                false);

        private final String condition;
        private final String order;
        private final boolean isAscending;

        Kind(String condition, String order, boolean isAscending) {
            this.condition = condition;
            this.order = order;
            this.isAscending = isAscending;
        }

        /** @throws Problem 400 for a word that is none */
        static Kind of(@Nullable String word) {
            try {
                return word == null ? ALL : valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.malformed("invalid", "status is none of live, scheduled, ended, mine, watching");
            }
        }
    }

    /** @param next where the next page begins, null if this is the last */
    record Page(List<Auction> auctions, @Nullable String next) {}

    /** @param text that the title contains, empty for all */
    Page find(String userId, Kind kind, String text, int limit, @Nullable String cursor) {
        String compare = kind.isAscending ? ">" : "<";
        String direction = kind.isAscending ? "asc" : "desc";
        String after = cursor == null
                ? ""
                : " and (a." + kind.order + " " + compare + " :after or a." + kind.order + " = :after and a.id > :id)";
        String sql = "select * from auction a where " + kind.condition
                + " and (not a.by_invitation or a.seller_id = :user or :administrator or exists (select 1 from"
                + " auction_invitation i where i.auction_id = a.id and i.account_id = :user))"
                + " and lower(a.title) like :text escape '!'" + after
                + " order by a." + kind.order + " " + direction + ", a.id limit :limit";
        JdbcClient.StatementSpec statement = database.sql(sql)
                .param("user", userId)
                .param("administrator", guests.isAdministrator(userId))
                .param("text", LikePattern.containing(text))
                .param("limit", limit + 1);
        if (cursor != null) {
            Matcher given = CURSOR.matcher(cursor);
            if (!given.matches()) {
                throw Problem.malformed("invalid", "cursor is none that this list gave");
            }
            Instant position = Instant.ofEpochMilli(Long.parseLong(given.group(1)));
            statement = statement.param("after", AuctionTable.at(position)).param("id", given.group(2));
        }
        List<Auction> found = statement.query(AuctionTable::auction).list();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(
                        found.subList(0, limit),
                        cursor(kind, found.get(limit - 1).id()));
    }

    private String cursor(Kind kind, String id) {
        Instant position = auctions.time(id, kind.order);
        return position.toEpochMilli() + "." + id;
    }
}
