package dev.fanfare.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.PusherServer;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.NotificationType;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class NotificationEventsTest {
    private static final String INBOX = "/api/notifications";
    private static final String NONE = "{\"notifications\":0,\"unseen\":0}";

    private final RunningPlatform platform;

    NotificationEventsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    @BeforeEach
    void empty() {
        platform.bean(JdbcClient.class).sql("delete from notification").update();
    }

    /** Follows the user from now on: what was told before has come already. */
    private TestClient device(String user) throws IOException, InterruptedException {
        TestClient client = platform.client();
        as(user).subscribe(client, "private-user-" + user);
        platform.bean(EventPublisher.class).publish(new AlertRaised(List.of(user), new Alert("now", null)));
        ReceivedFrame frame = client.await();
        while (!frame.event().equals("alert")) {
            frame = client.await();
        }
        return client;
    }

    private Notification tell(String user, String title) {
        return Objects.requireNonNull(
                platform.bean(Notifications.class).notify(Notice.to(user, NotificationType.ORDER, title, "text")));
    }

    @Test
    void aNotificationIsToldInBothDialectsAndWithAbsoluteCounts() throws IOException, InterruptedException {
        try (TestClient client = device("ada")) {
            Notification told = tell("ada", "one");

            ReceivedFrame frame = heard(client, "notification");
            assertThat(frame.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "userId", "title", "message", "type", "read", "createdAt");
            assertThat(frame.dataJson().path("id").asString()).isEqualTo(told.id());
            assertThat(heard(client, "new-notification").data()).isEqualTo(frame.data());
            assertThat(heard(client, "unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
            tell("ada", "two");
            heard(client, "notification");
            heard(client, "new-notification");
            assertThat(heard(client, "unread:changed").data()).isEqualTo("{\"notifications\":2,\"unseen\":2}");
        }
    }

    @Test
    void anUrgentOneIsToldAsSuchToo() throws IOException, InterruptedException {
        try (TestClient client = device("ada")) {
            platform.bean(Notifications.class)
                    .notify(Notice.to("ada", NotificationType.SYSTEM, "Fire", "text")
                            .urgent());

            heard(client, "notification");
            heard(client, "new-notification");
            assertThat(heard(client, "notification:urgent")
                            .dataJson()
                            .path("title")
                            .asString())
                    .isEqualTo("Fire");
        }
    }

    @Test
    void whatIsReadOnOneDeviceIsReadOnAll() throws IOException, InterruptedException {
        Caller ada = as("ada");
        String one = tell("ada", "one").id();
        tell("ada", "two");
        try (TestClient phone = device("ada");
                TestClient desk = device("ada")) {
            ada.patch(INBOX + "/" + one + "/read", "", "");
            ada.patch(INBOX + "/" + one + "/read", "", ""); // tells nobody anything
            ada.patch(INBOX + "/seen-all", "", "");
            ada.patch(INBOX + "/read-all", "", "");

            for (TestClient device : List.of(phone, desk)) {
                assertThat(heard(device, "notification:read").data())
                        .isEqualTo("{\"ids\":[\"" + one + "\"],\"all\":false,\"unreadCount\":1,\"unseenCount\":1}");
                assertThat(heard(device, "unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
                assertThat(heard(device, "unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":0}");
                assertThat(heard(device, "notification:read").data())
                        .isEqualTo("{\"ids\":[],\"all\":true,\"unreadCount\":0,\"unseenCount\":0}");
                assertThat(heard(device, "unread:changed").data()).isEqualTo(NONE);
            }
        }
    }

    @Test
    void whatIsArchivedOrUnreadAgainIsToldAsItStands() throws IOException, InterruptedException {
        Caller ada = as("ada");
        String id = tell("ada", "one").id();
        try (TestClient client = device("ada")) {
            ada.patch(INBOX + "/" + id + "/archive", "", "");
            assertThat(heard(client, "notification:updated").data()).contains("\"archived\":true");
            assertThat(heard(client, "unread:changed").data()).isEqualTo(NONE);

            ada.patch(INBOX + "/" + id + "/unarchive", "", "");
            assertThat(heard(client, "notification:updated").data()).contains("\"archived\":false");
            assertThat(heard(client, "unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":0}");
        }
    }

    @Test
    void whatAnotherWayOfTellingKeepsCountsToo() throws IOException, InterruptedException {
        try (TestClient client = device("bob")) {
            PusherServer server = PusherServer.create(platform.bean(EventPublisher.class))
                    .storing(platform.bean(NotificationStore.class));

            server.sendNotification(new NewNotification("bob", "Order Update", "text", NotificationType.ORDER, null))
                    .toCompletableFuture()
                    .join();

            assertThat(heard(client, "unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
            String id = heard(client, "notification").dataJson().path("id").asString();
            assertThat(as("bob").get(INBOX).json().at("/data/0/id").asString()).isEqualTo(id);
        }
    }

    @Test
    void strangersHearNothing() throws IOException, InterruptedException {
        try (TestClient client = device("bob")) {
            tell("ada", "hers");
            tell("bob", "his");

            assertThat(heard(client, "notification").dataJson().path("title").asString())
                    .isEqualTo("his");
        }
    }

    @Test
    void countsAreRightHoweverManyAreToldAtOnce() throws Exception {
        int count = 16;
        try (TestClient client = device("eve")) {
            inParallel(count, () -> tell("eve", "at once"));

            List<Integer> heard = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ReceivedFrame frame = client.await();
                while (!frame.event().equals("unread:changed")) {
                    frame = client.await();
                }
                heard.add(frame.dataJson().path("notifications").asInt());
            }
            assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith(count);
        }
    }

    @Test
    void ofTwoWhoReadAllAtOnceOneTellsOfIt() throws Exception {
        tell("dan", "one");
        tell("dan", "two");
        Caller dan = as("dan");
        try (TestClient client = device("dan")) {
            inParallel(4, () -> {
                assertThat(dan.patch(INBOX + "/read-all", "", "").body())
                        .isEqualTo("{\"unreadCount\":0,\"unseenCount\":0}");
                return dan;
            });

            assertThat(heard(client, "notification:read").data()).contains("\"all\":true");
            assertThat(heard(client, "unread:changed").data()).isEqualTo(NONE);
            tell("dan", "three");
            heard(client, "notification");
        }
    }

    @Test
    void aKeyHoldsHoweverManyTellAtOnce() throws Exception {
        Notice notice =
                Notice.to("cleo", NotificationType.SYSTEM, "Ends soon", "text").once("auction:7:ending");

        inParallel(8, () -> {
            platform.bean(Notifications.class).notify(notice);
            return notice;
        });

        assertThat(as("cleo").get(INBOX).json().at("/meta/total").asInt()).isEqualTo(1);
    }

    private static void inParallel(int times, Callable<?> task) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(task));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** What the application tells next, which has to be this. */
    private static ReceivedFrame heard(TestClient client, String event) {
        ReceivedFrame frame = client.await();
        while (frame.event().startsWith("pusher") || frame.event().equals("alert")) {
            frame = client.await();
        }
        assertThat(frame.event()).isEqualTo(event);
        return frame;
    }
}
