package dev.fanfare.sdk.systems.user;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A channel for each user, which nobody else may subscribe to.
 *
 * @param idOf the id of a user
 */
public record UserChannels<U>(Function<? super U, String> idOf) implements Consumer<RegistryBuilder<U>> {
    public static final String PATTERN = "private-user-{userId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(
                        PATTERN,
                        channel -> channel.allows((user, id) -> idOf.apply(user).equals(id)
                                ? Decision.allow("own channel")
                                : Decision.deny("another's channel")))
                .event(NotificationCreated.class, UserChannels::notification)
                .event(
                        AlertRaised.class,
                        alert -> alert.toEach(
                                PATTERN, "alert", Alert.class, AlertRaised::userIds, (event, user) -> event.alert()))
                .event(
                        UserStatusChanged.class,
                        status -> status.toEach(
                                PATTERN,
                                "presence:status",
                                UserStatus.class,
                                UserStatusChanged::watchers,
                                (event, watcher) -> event.status()));
    }

    private static void notification(Projection<NotificationCreated> projection) {
        projection
                .to(
                        PATTERN,
                        "notification",
                        Notification.class,
                        NotificationCreated::userId,
                        NotificationCreated::notification)
                .alias(
                        PATTERN,
                        "new-notification",
                        Notification.class,
                        NotificationCreated::userId,
                        NotificationCreated::notification)
                .to(
                        PATTERN,
                        "notification:urgent",
                        Notification.class,
                        NotificationCreated::userId,
                        event -> event.isUrgent() ? event.notification() : null);
    }
}
