package dev.fanfare.sdk.systems.tenant;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A presence channel for each room, such as a document that several edit.
 *
 * @param members who may enter a room
 * @param member how they look to the others
 */
public record RoomChannels<U>(Policy<U> members, Function<U, Member> member) implements Consumer<RegistryBuilder<U>> {
    public static final String PATTERN = "presence-room-{roomId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PATTERN, channel -> channel.allows(members).showsMember(member))
                .event(CursorMoved.class, moved -> moved.whole(PATTERN, "cursor:move", CursorMoved::roomId))
                .event(RoomTyping.class, RoomChannels::typing);
    }

    private static void typing(Projection<RoomTyping> projection) {
        projection
                .to(
                        PATTERN,
                        "typing:start",
                        RoomTyping.class,
                        RoomTyping::roomId,
                        typing -> typing.isTyping() ? typing : null)
                .to(
                        PATTERN,
                        "typing:stop",
                        RoomTyping.class,
                        RoomTyping::roomId,
                        typing -> typing.isTyping() ? null : typing);
    }
}
