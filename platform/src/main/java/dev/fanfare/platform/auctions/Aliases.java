package dev.fanfare.platform.auctions;

import dev.fanfare.platform.realtime.ChannelSecrets;
import dev.fanfare.sdk.systems.auction.AuctionChannels;
import dev.fanfare.sdk.systems.pseudonym.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What bidders are called: another name in each auction, the same for as long as there is the database. */
@Component
class Aliases {
    private final Pseudonyms pseudonyms;
    private final boolean showsIds;

    Aliases(ChannelSecrets secrets, AuctionSettings settings) {
        pseudonyms = secrets.pseudonyms("auctions");
        showsIds = settings.publicBidderIds();
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
