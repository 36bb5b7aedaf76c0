package dev.fanfare.platform.auctions;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.web.Problem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may come to auctions, and who keeps an eye on them. */
@Repository
class AuctionGuests {
    private final JdbcClient database;
    private final Accounts accounts;

    AuctionGuests(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Everybody who is signed in, or if it is by invitation the seller, who is invited, and administrators. */
    boolean admits(Auction auction, String userId) {
        return !auction.isByInvitation()
                || auction.sellerId().equals(userId)
                || isInvited(auction.id(), userId)
                || isAdministrator(userId);
    }

    boolean isAdministrator(String userId) {
        Account account = accounts.find(userId);
        return account != null && account.role() == Account.Role.ADMIN;
    }

    /**
     * The auction itself.
     *
     * @throws Problem 404 if there is none for that user
     */
    Auction admitted(@Nullable Auction auction, String userId) {
        if (auction == null || !admits(auction, userId)) {
            throw Problem.notFound();
        }
        return auction;
    }

    private boolean isInvited(String auctionId, String userId) {
        return database.sql("select count(*) from auction_invitation where auction_id = ? and account_id = ?")
                        .params(auctionId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws Problem 400 if there is no such account */
    void invite(String auctionId, Collection<String> userIds) {
        for (String userId : new LinkedHashSet<>(userIds)) {
            if (accounts.find(userId) == null) {
                throw Problem.malformed("unknown_user", "There is no user " + userId);
            }
            database.sql("insert into auction_invitation (auction_id, account_id) values (?, ?)")
                    .params(auctionId, userId)
                    .update();
        }
    }

    void watch(String auctionId, String userId) {
        database.sql("insert into auction_watch (auction_id, account_id) values (?, ?) on conflict do nothing")
                .params(auctionId, userId)
                .update();
    }

    void unwatch(String auctionId, String userId) {
        database.sql("delete from auction_watch where auction_id = ? and account_id = ?")
                .params(auctionId, userId)
                .update();
    }

    List<String> watchers(String auctionId) {
        return database.sql("select account_id from auction_watch where auction_id = ? order by account_id")
                .param(auctionId)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
