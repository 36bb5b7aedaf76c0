package dev.fanfare.platform.auctions;

import dev.fanfare.platform.web.Ids;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What bidders are called: another name in each auction, the same for as long as there is the database. */
@Component
class Aliases {
    private final Pseudonyms pseudonyms;
    private final boolean showsIds;

    Aliases(JdbcClient database, AuctionSettings settings) {
        pseudonyms = Pseudonyms.of(secret(database));
        showsIds = settings.publicBidderIds();
    }

    private static String secret(JdbcClient database) {
        database.sql("insert into auction_secret (id, secret) values (1, ?) on conflict do nothing")
                .param(Ids.next() + Ids.next())
                .update();
        return database.sql("select secret from auction_secret where id = 1")
                .query(String.class)
                .single();
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    String of(String auctionId, String userId) {
        return showsIds ? userId : AuctionChannels.pseudonym(pseudonyms, auctionId, userId);
    }

    @Nullable
    String ofOptional(String auctionId, @Nullable String userId) {
        return userId == null ? null : of(auctionId, userId);
    }
}
