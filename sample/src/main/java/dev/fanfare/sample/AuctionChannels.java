package dev.fanfare.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every channel of the application. */
public final class AuctionChannels {
    private AuctionChannels() {}

    /** @param name may be seen by everybody */
    public record User(String id, String name) {}

    /** What others see of somebody who watches an auction. */
    public record Watcher(String name) {}

    /** @param outbid who was ahead until then; null at the first bid */
    public record BidPlaced(
            String auctionId,
            long amount,
            Watcher by,
            @Nullable Watcher outbid,
            Instant at) {}

    /** @param price is left out if nobody has bid */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuctionEnded(String auctionId, @Nullable Long price) {}

    /** To the one who is no longer ahead. */
    public record Outbid(String userId, String auctionId, long amount) {}

    public static Registry<User> registry() {
        return Registry.<User>builder()
                .channel(
                        "auction-{auctionId}",
                        auction -> auction.carries("bid-placed", BidPlaced.class, BidPlaced::auctionId)
                                .carries("ended", AuctionEnded.class, AuctionEnded::auctionId))
                .channel(
                        "private-user-{userId}",
                        user -> user.allows((who, id) ->
                                        who.id().equals(id) ? Decision.allow("own") : Decision.deny("another's"))
                                .carries("outbid", Outbid.class, Outbid::userId))
                .channel(
                        "presence-watchers-{auctionId}",
                        watchers -> watchers.allows((who, id) -> Decision.allow("everybody who is signed in"))
                                .showsMember(Watcher.class, who -> new Member(who.id(), new Watcher(who.name()))))
                .build();
    }
}
