package dev.fanfare.maven.house;

import dev.fanfare.maven.house.chat.Chat;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import java.util.Map;

/** A registry with every sort of channel and of payload. */
public final class HouseChannels {
    private static final Policy<String> ANYBODY = (user, id) -> Decision.allow("anybody");

    private HouseChannels() {}

    /** What others see of somebody at a table. */
    public record Seat(String name, Bids.Person person) {}

    public static Registry<String> registry() {
        return Registry.<String>builder()
                .channel(
                        "auction-{auctionId}",
                        auction -> auction.carries("bid-placed", Bids.BidPlaced.class, Bids.BidPlaced::auctionId)
                                .carries("ended", Bids.Ended.class, Bids.Ended::auctionId))
                .channel("auction-house-{houseId}", house -> {})
                .channel("announcements", all -> all.carries("announced", String.class))
                .channel("cache-price-{itemId}", price -> price.carries("priced", Bids.Priced.class, priced -> "1"))
                .channel("2026-{gameId}", game -> {})
                .channel(
                        "private-user-{userId}", user -> user.allows(ANYBODY).carries("settings", Map.class, map -> ""))
                .channel("private-encrypted-notes-{userId}", notes -> notes.allows(ANYBODY))
                .channel("private-{tenant}", tenant -> tenant.allows(ANYBODY))
                .channel(
                        "presence-table-{tableId}",
                        table -> table.allows(ANYBODY)
                                .showsMember(Seat.class, user -> new Member(user, null))
                                .carries("vote-cast", Chat.VoteCast.class, vote -> "1")
                                .carries("typing", Chat.Typing.class, typing -> "1"))
                .channel("presence-lobby", lobby -> lobby.allows(ANYBODY).showsMember(user -> new Member(user, null)))
                .event(
                        Chat.Message.class,
                        message -> message.to(
                                        "presence-table-{tableId}", "message", Chat.Message.class, m -> "1", m -> m)
                                .alias("presence-table-{tableId}", "new-message", Chat.Message.class, m -> "1", m -> m)
                                .to("private-user-{userId}", "message", Chat.History.class, m -> "1", m -> null)
                                .to("private-user-{userId}", "message", Chat.Item.class, m -> "1", m -> null))
                .build();
    }
}
