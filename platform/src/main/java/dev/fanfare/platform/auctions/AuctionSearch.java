package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.Slice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds auctions that a user may see, page by page. */
@Repository
class AuctionSearch {
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

    /** @param text that the title contains, empty for all */
    Slice<Auction> find(String userId, Kind kind, String text, int limit, @Nullable String cursor) {
        String compare = kind.isAscending ? ">" : "<";
        String direction = kind.isAscending ? "asc" : "desc";
        boolean isFirst = cursor == null || cursor.isEmpty();
        String after = isFirst
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
        if (!isFirst) {
            Cursor last = Cursor.parse(cursor);
            statement = statement.param("after", AuctionTable.at(last.at())).param("id", last.id());
        }
        return Slice.of(
                statement.query(AuctionTable::auction).list(),
                limit,
                last -> new Cursor(auctions.time(last.id(), kind.order), last.id()));
    }
}
