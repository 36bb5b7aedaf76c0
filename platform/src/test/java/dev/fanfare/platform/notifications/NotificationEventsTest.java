package dev.fanfare.platform.notifications;

import static dev.fanfare.platform.notifications.Telling.INBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.PusherServer;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.NotificationType;
import dev.fanfare.testkit.ReceivedFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class NotificationEventsTest {
    private static final String NONE = "{\"notifications\":0,\"unseen\":0}";

    private final RunningPlatform platform;
    private final Telling telling;

    NotificationEventsTest(RunningPlatform platform) {
        this.platform = platform;
        telling = new Telling(platform);
    }

    @BeforeEach
    void begin() {
        telling.begin();
    }

    private Device device(String user) throws IOException, InterruptedException {
        return Device.of(platform, user);
    }

    /** @return the id */
    private String tell(String user, String title) {
        return telling.tell(user, NotificationType.ORDER, title);
    }

    @Test
    void aNotificationIsToldInBothDialectsAndWithAbsoluteCounts() throws IOException, InterruptedException {
        try (Device client = device("ada")) {
            String id = tell("ada", "one");

            ReceivedFrame frame = client.heard("notification");
            assertThat(frame.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "userId", "title", "message", "type", "read", "createdAt");
            assertThat(frame.dataJson().path("id").asString()).isEqualTo(id);
            assertThat(client.heard("new-notification").data()).isEqualTo(frame.data());
            assertThat(client.heard("unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
            tell("ada", "two");
            client.heard("notification");
            client.heard("new-notification");
            assertThat(client.heard("unread:changed").data()).isEqualTo("{\"notifications\":2,\"unseen\":2}");
        }
    }

    @Test
    void anUrgentOneIsToldAsSuchToo() throws IOException, InterruptedException {
        try (Device client = device("ada")) {
            telling.notifications()
                    .notify(Notice.to("ada", NotificationType.SYSTEM, "Fire", "text")
                            .urgent());

            client.heard("notification");
            client.heard("new-notification");
            assertThat(client.heard("notification:urgent")
                            .dataJson()
                            .path("title")
                            .asString())
                    .isEqualTo("Fire");
        }
    }

    @Test
    void whatIsReadOnOneDeviceIsReadOnAll() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        String one = tell("ada", "one");
        tell("ada", "two");
        try (Device phone = device("ada");
                Device desk = device("ada")) {
            ada.patch(INBOX + "/" + one + "/read", "", "");
            ada.patch(INBOX + "/" + one + "/read", "", ""); // tells nobody anything
            ada.patch(INBOX + "/seen-all", "", "");
            ada.patch(INBOX + "/read-all", "", "");

            for (Device device : List.of(phone, desk)) {
                assertThat(device.heard("notification:read").data())
                        .isEqualTo("{\"ids\":[\"" + one + "\"],\"all\":false,\"unreadCount\":1,\"unseenCount\":1}");
                assertThat(device.heard("unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
                assertThat(device.heard("unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":0}");
                assertThat(device.heard("notification:read").data())
                        .isEqualTo("{\"ids\":[],\"all\":true,\"unreadCount\":0,\"unseenCount\":0}");
                assertThat(device.heard("unread:changed").data()).isEqualTo(NONE);
            }
        }
    }

    @Test
    void whatIsArchivedOrUnreadAgainIsToldAsItStands() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        String id = tell("ada", "one");
        try (Device client = device("ada")) {
            ada.patch(INBOX + "/" + id + "/archive", "", "");
            assertThat(client.heard("notification:updated").data()).contains("\"archived\":true");
            assertThat(client.heard("unread:changed").data()).isEqualTo(NONE);

            ada.patch(INBOX + "/" + id + "/unarchive", "", "");
            assertThat(client.heard("notification:updated").data()).contains("\"archived\":false");
            assertThat(client.heard("unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":0}");
        }
    }

    @Test
    void whatAnotherWayOfTellingKeepsCountsToo() throws IOException, InterruptedException {
        try (Device client = device("bob")) {
            PusherServer server = PusherServer.create(platform.bean(EventPublisher.class))
                    .storing(platform.bean(NotificationStore.class));

            server.sendNotification(new NewNotification("bob", "Order Update", "text", NotificationType.ORDER, null))
                    .toCompletableFuture()
                    .join();

            assertThat(client.heard("unread:changed").data()).isEqualTo("{\"notifications\":1,\"unseen\":1}");
            String id = client.heard("notification").dataJson().path("id").asString();
            assertThat(telling.as("bob").get(INBOX).json().at("/data/0/id").asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void strangersHearNothing() throws IOException, InterruptedException {
        try (Device client = device("bob")) {
            tell("ada", "hers");
            tell("bob", "his");

            assertThat(client.heard("notification").dataJson().path("title").asString())
                    .isEqualTo("his");
        }
    }

    @Test
    void countsAreRightHoweverManyAreToldAtOnce() throws Exception {
        int count = 16;
        try (Device client = device("eve")) {
            inParallel(count, () -> tell("eve", "at once"));

            List<Integer> heard = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                client.heard("notification");
                client.heard("new-notification");
                heard.add(client.heard("unread:changed")
                        .dataJson()
                        .path("notifications")
                        .asInt());
            }
            assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith(count);
        }
    }

    @Test
    void ofTwoWhoReadAllAtOnceOneTellsOfIt() throws Exception {
        tell("dan", "one");
        tell("dan", "two");
        Caller dan = telling.as("dan");
        try (Device client = device("dan")) {
            inParallel(4, () -> {
                assertThat(dan.patch(INBOX + "/read-all", "", "").body())
                        .isEqualTo("{\"unreadCount\":0,\"unseenCount\":0}");
                return dan;
            });

            assertThat(client.heard("notification:read").data()).contains("\"all\":true");
            assertThat(client.heard("unread:changed").data()).isEqualTo(NONE);
            tell("dan", "three");
            client.heard("notification");
        }
    }

    @Test
    void aKeyHoldsHoweverManyTellAtOnce() throws Exception {
        Notice notice =
                Notice.to("cleo", NotificationType.SYSTEM, "Ends soon", "text").once("auction:7:ending");

        inParallel(8, () -> {
            telling.notifications().notify(notice);
            return notice;
        });

        assertThat(telling.as("cleo").get(INBOX).json().at("/meta/total").asInt())
                .isEqualTo(1);
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
}
