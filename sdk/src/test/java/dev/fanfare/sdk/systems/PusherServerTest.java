package dev.fanfare.sdk.systems;

import static dev.fanfare.sdk.systems.AllSystems.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.systems.conversation.ConversationUpdated;
import dev.fanfare.sdk.systems.conversation.LastMessage;
import dev.fanfare.sdk.systems.conversation.MessageSent;
import dev.fanfare.sdk.systems.conversation.Participant;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PusherServerTest {
    private static final MessageSent MESSAGE = new MessageSent("m1", "Hi", NOON, "ann", "c1");

    private final RecordingRealtimeService recording = new RecordingRealtimeService();
    private final PusherServer server = PusherServer.create(recording);

    @Test
    void aNotificationIsKeptBeforeItsUserIsToldAndComesBackAsItWasKept() {
        List<Notification> kept = new ArrayList<>();
        PusherServer storing = server.storing(notification -> {
            recording.on("private-user-ann").never();
            kept.add(notification);
            return notification;
        });

        Notification sent = storing.sendNotification(new NewNotification(
                        "ann", "Order Update", "Shipped", NotificationType.ORDER, Map.of("orderId", "1")))
                .toCompletableFuture()
                .join();

        assertThat(kept).containsExactly(sent);
        assertThat(sent.id()).isNotEmpty();
        assertThat(sent.read()).isFalse();
        recording.on("private-user-ann").got("notification").with(sent).once();
        recording.on("private-user-ann").got("new-notification").with(sent).once();
    }

    @Test
    void nobodyIsToldOfWhatCouldNotBeKept() {
        PusherServer failing = server.storing(notification -> {
            throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(() ->
                        failing.sendNotification(new NewNotification("ann", "t", "m", NotificationType.SYSTEM, null)))
                .hasMessage("disk full");
        recording.on("private-user-ann").never();
    }

    @Test
    void aMessageRefreshesTheListsOfItsParticipants() {
        server.listing(message -> new ConversationUpdated(
                        message.conversationId(),
                        LastMessage.of(message),
                        List.of(new Participant("ann", "Ann"), new Participant("bob", "Bob")),
                        Map.of("bob", 1)))
                .sendMessage(MESSAGE);

        recording.on("private-conversation-c1").got("message:new").once();
        recording.on("private-conversation-c1").got("new-message").once();
        recording.on("private-user-ann").got("conversation:updated").once();
        assertThat(recording
                        .on("private-user-bob")
                        .got("conversation:updated")
                        .once()
                        .data())
                .contains("\"unreadCount\":1");
    }

    @Test
    void withoutListsAMessageReachesItsConversationOnly() {
        server.sendMessage(MESSAGE);

        recording.on("private-conversation-c1").times(2);
        recording.on("private-user-bob").never();
    }

    @Test
    void eventsThatNeedNoDeclarationArriveInTheirOrder() {
        server.triggerEvent("anything", "at-all", "text");
        server.broadcastToTenant("org_123", "order:created", Map.of("orderId", "1"));
        server.triggerBatch(IntStream.range(0, 25)
                .mapToObj(i -> OutboundEvent.of("private-user-" + i % 5, "alert", i))
                .toList());

        recording.on("anything").got("at-all").with("text").once();
        recording.on("private-tenant-org_123").got("order:created").once();
        assertThat(recording.on("private-user-3").events())
                .extracting(event -> event.data())
                .containsExactly("3", "8", "13", "18", "23");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        assertThatThrownBy(() -> server.broadcastToTenant("", "x", null)).isInstanceOf(RealtimeException.class);
        assertThatThrownBy(() -> server.broadcastToTenant("a/b", "x", null)).isInstanceOf(RealtimeException.class);
    }

    @Test
    void settingsThatAreMissingAreNamed() {
        RealtimeSettings settings = RealtimeSettings.fromEnvironment(Map.of("PUSHER_KEY", "k"));

        assertThatThrownBy(() -> PusherServer.create(settings))
                .hasMessageContaining("PUSHER_APP_ID is not set")
                .hasMessageContaining("PUSHER_SECRET is not set");
    }

    @Test
    void aServiceThatIsTheCallersStaysOpen() {
        List<String> called = new ArrayList<>();
        RealtimeService callers = (RealtimeService) Proxy.newProxyInstance(
                PusherServerTest.class.getClassLoader(),
                new Class<?>[] {RealtimeService.class},
                (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return null;
                });

        PusherServer.create(callers).close();

        assertThat(called).isEmpty();
    }
}
