package dev.fanfare.sdk.systems;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import dev.fanfare.sdk.systems.conversation.ConversationLists;
import dev.fanfare.sdk.systems.conversation.MessageSent;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationCreated;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Short ways to tell users, conversations and tenants something, under the names that applications with Pusher's server library use.
 * Safe to use from several threads.
 */
public final class PusherServer implements AutoCloseable {
    private static final ChannelPattern TENANT = ChannelPattern.parse(TenantChannels.PATTERN);

    private final EventPublisher publisher;
    private final NotificationStore notifications;
    private final @Nullable ConversationLists lists;

    /** Null if it is the caller's. */
    private final @Nullable RealtimeService own;

    private PusherServer(
            EventPublisher publisher,
            NotificationStore notifications,
            @Nullable ConversationLists lists,
            @Nullable RealtimeService own) {
        this.publisher = publisher;
        this.notifications = notifications;
        this.lists = lists;
        this.own = own;
    }

    /**
     * Publishes at once through a service of its own, and keeps nothing.
     *
     * @throws IllegalStateException if something that the settings' provider needs is not set
     */
    public static PusherServer create(RealtimeSettings settings) {
        RealtimeService own = RealtimeServices.create(settings);
        return new PusherServer(new TypedRealtime(own, publishing()), notification -> notification, null, own);
    }

    /** Publishes at once through a service that stays the caller's, and keeps nothing. */
    public static PusherServer create(RealtimeService service) {
        return create(new TypedRealtime(service, publishing()));
    }

    /** @param publisher of an application that has {@link UserChannels} and {@link ConversationChannels} */
    public static PusherServer create(EventPublisher publisher) {
        return new PusherServer(publisher, notification -> notification, null, null);
    }

    /** Channels for publishing only: nobody may subscribe by these. */
    private static Registry<Void> publishing() {
        Policy<Void> nobody = (user, id) -> Decision.deny("for publishing only");
        return Registry.<Void>builder()
                .with(new UserChannels<>(user -> ""))
                .with(new ConversationChannels<>(nobody))
                .build();
    }

    /** The same, keeping notifications. */
    public PusherServer storing(NotificationStore store) {
        return new PusherServer(publisher, store, lists, own);
    }

    /** The same, telling participants of each message how their list stands. */
    public PusherServer listing(ConversationLists conversations) {
        return new PusherServer(publisher, notifications, conversations, own);
    }

    /**
     * Keeps a notification and tells its user.
     *
     * @return the notification as it was kept, once it is published or stored to be
     */
    public CompletionStage<Notification> sendNotification(NewNotification what) {
        Notification kept = notifications.save(new Notification(
                UUID.randomUUID().toString(),
                what.userId(),
                what.title(),
                what.message(),
                what.type(),
                what.metadata(),
                false,
                Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        return publisher.publish(new NotificationCreated(kept, false)).thenApply(done -> kept);
    }

    /** Tells a conversation of a message, and its participants how their list stands. */
    public CompletionStage<Void> sendMessage(MessageSent message) {
        return publisher.publishAll(lists == null ? List.of(message) : List.of(message, lists.after(message)));
    }

    /** Publishes an event that needs no declaration. */
    public CompletionStage<Void> triggerEvent(String channel, String event, @Nullable Object data) {
        return publisher.publish(OutboundEvent.of(channel, event, data));
    }

    /** Publishes such events in their order. */
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> events) {
        return publisher.publishAll(events);
    }

    /** Tells all members of a tenant. */
    public CompletionStage<Void> broadcastToTenant(String tenantId, String event, @Nullable Object data) {
        return triggerEvent(TENANT.channel(tenantId).value(), event, data);
    }

    /** Closes the service that it has made, if it has made one. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
