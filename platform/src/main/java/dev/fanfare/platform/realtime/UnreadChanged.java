package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;

/** A user has more or less to read than before: {@code unread:changed} on the user's channel, for all devices alike. */
public record UnreadChanged(String userId, UnreadCounts counts) {
    public static <U> Consumer<RegistryBuilder<U>> declaration() {
        return registry -> registry.event(
                UnreadChanged.class,
                unread -> unread.to(
                        UserChannels.PATTERN,
                        "unread:changed",
                        UnreadCounts.class,
                        UnreadChanged::userId,
                        UnreadChanged::counts));
    }
}
