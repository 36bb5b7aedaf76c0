package dev.fanfare.platform.auctions;

import static dev.fanfare.platform.auctions.AuctionTable.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was bid, in order. Nothing is taken out of it: what is void is marked so. Written by whoever has locked the auction. */
@Repository
class BidLog {
    private final JdbcClient database;

    BidLog(JdbcClient database) {
        this.database = database;
    }

    /** Everything, in order. */
    List<LoggedBid> all(String auctionId) {
        return database.sql("select * from auction_bid where auction_id = ? order by seq")
                .param(auctionId)
                .query(BidLog::logged)
                .list();
    }

    /** What others see, the newest first. */
    List<LoggedBid> shownBefore(String auctionId, long seq, int limit) {
        return database.sql("select * from auction_bid where auction_id = ? and seq < ? and shown_minor is not null"
                        + " order by auction_id desc, seq desc limit ?")
                .params(auctionId, seq, limit)
                .query(BidLog::logged)
                .list();
    }

    /** Null if there is none. */
    @Nullable
    LoggedBid find(String auctionId, long seq) {
        return database.sql("select * from auction_bid where auction_id = ? and seq = ?")
                .params(auctionId, seq)
                .query(BidLog::logged)
                .optional()
                .orElse(null);
    }

    /** What a client has sent before under the same id, null if nothing. */
    @Nullable
    LoggedBid sent(String auctionId, String bidderId, @Nullable String clientId) {
        return clientId == null
                ? null
                : database.sql("select * from auction_bid where auction_id = ? and bidder_id = ? and client_id = ?")
                        .params(auctionId, bidderId, clientId)
                        .query(BidLog::logged)
                        .optional()
                        .orElse(null);
    }

    LoggedBid append(
            String auctionId, Bidding.Bid bid, Bidding.Accepted accepted, Instant now, @Nullable String clientId) {
        long last = database.sql("select coalesce(max(seq), -1) from auction_bid where auction_id = ?")
                .param(auctionId)
                .query(Long.class)
                .single();
        LoggedBid logged = with(new LoggedBid(last + LoggedBid.STEP, bid, now, false, null, null, null), accepted);
        database.sql("insert into auction_bid (auction_id, seq, bidder_id, amount_minor, max_minor, bought, placed_at,"
                        + " client_id, shown_minor, answer_minor, answer_bidder_id) values (:auction, :seq, :bidder,"
                        + " :amount, :max, :bought, :at, :client, :shown, :answer, :answerBidder)")
                .param("auction", auctionId)
                .param("seq", logged.seq())
                .param("bidder", bid.bidder())
                .param("amount", bid.amount())
                .param("max", bid.max())
                .param("bought", bid.isBought())
                .param("at", at(now))
                .param("client", clientId)
                .param("shown", logged.shown())
                .param("answer", logged.answer())
                .param("answerBidder", logged.answerBidder())
                .update();
        return logged;
    }

    void makeVoid(String auctionId, long seq, Instant now) {
        database.sql("update auction_bid set voided_at = ? where auction_id = ? and seq = ?")
                .params(at(now), auctionId, seq)
                .update();
    }

    /** Keeps what others see now that something before is void. */
    void show(String auctionId, List<LoggedBid> log, AuctionReplay replay) {
        for (int i = 0; i < log.size(); i++) {
            LoggedBid before = log.get(i);
            LoggedBid after = with(before, replay.results().get(i));
            if (!after.equals(before)) {
                database.sql("update auction_bid set shown_minor = :shown, answer_minor = :answer,"
                                + " answer_bidder_id = :answerBidder where auction_id = :auction and seq = :seq")
                        .param("shown", after.shown())
                        .param("answer", after.answer())
                        .param("answerBidder", after.answerBidder())
                        .param("auction", auctionId)
                        .param("seq", after.seq())
                        .update();
            }
        }
    }

    /** What is void stays in sight, without an answer; what has no effect any more does not. */
    private static LoggedBid with(LoggedBid bid, Bidding.@Nullable Result result) {
        Long shown = bid.isVoid() ? bid.shown() : null;
        Long answer = null;
        String answerBidder = null;
        if (result instanceof Bidding.Accepted accepted) {
            shown = accepted.shown();
            answer = accepted.answer();
            answerBidder = answer == null ? null : accepted.standing().leader();
        }
        return new LoggedBid(bid.seq(), bid.bid(), bid.at(), bid.isVoid(), shown, answer, answerBidder);
    }

    /** Whoever has bid, without those whose bids are all void. */
    List<String> bidders(String auctionId) {
        return database.sql(
                        "select distinct bidder_id from auction_bid where auction_id = ? and voided_at is null order by bidder_id")
                .param(auctionId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static LoggedBid logged(ResultSet row, int number) throws SQLException {
        return new LoggedBid(
                row.getLong("seq"),
                new Bidding.Bid(
                        row.getString("bidder_id"),
                        row.getLong("amount_minor"),
                        row.getLong("max_minor"),
                        row.getBoolean("bought")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("voided_at") != null,
                row.getObject("shown_minor", Long.class),
                row.getObject("answer_minor", Long.class),
                row.getString("answer_bidder_id"));
    }
}
