package dev.fanfare.platform.notifications;

import static dev.fanfare.platform.notifications.Telling.INBOX;
import static dev.fanfare.platform.notifications.Telling.meta;
import static dev.fanfare.platform.notifications.Telling.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is told and kept of notifications, for how long, and of which kinds each user wants to be told. */
@OnEachDatabase
class NotificationsTest {
    private final Telling telling;

    NotificationsTest(RunningPlatform platform) {
        telling = new Telling(platform);
    }

    @BeforeEach
    void begin() {
        telling.begin();
    }

    @Test
    void aNotificationIsFoundLaterWithAllThatBelongsToIt() throws IOException, InterruptedException {
        telling.notifications()
                .notify(Notice.to("ada", NotificationType.ORDER, "Sold", "The lamp is sold")
                        .with("orderId", "o1")
                        .linkingTo("/orders/o1")
                        .urgent());

        Answer answer = telling.as("ada").get(INBOX);

        JsonNode first = answer.json().path("data").path(0);
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "userId",
                        "title",
                        "message",
                        "type",
                        "metadata",
                        "read",
                        "seen",
                        "archived",
                        "urgent",
                        "createdAt");
        assertThat(first.path("type").asString()).isEqualTo("order");
        assertThat(first.path("metadata").toString()).isEqualTo("{\"orderId\":\"o1\",\"url\":\"/orders/o1\"}");
        assertThat(first.path("urgent").asBoolean()).isTrue();
        assertThat(first.path("read").asBoolean()).isFalse();
        assertThat(first.path("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(meta(answer).toString())
                .isEqualTo(
                        "{\"unreadCount\":1,\"unseenCount\":1,\"total\":1,\"page\":1,\"limit\":20,\"hasMore\":false}");
    }

    @Test
    void whatIsNotWantedIsNeitherKeptNorTold() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        assertThat(ada.get(INBOX + "/preferences").json().path("order").toString())
                .isEqualTo("{\"inApp\":true,\"email\":false}");

        assertThat(ada.put(INBOX + "/preferences", preferences(false, true)).status())
                .isEqualTo(200);

        assertThat(telling.notifications().notify(Notice.to("ada", NotificationType.MESSAGE, "unwanted", "text")))
                .isNull();
        telling.tell("ada", NotificationType.ORDER, "wanted");
        telling.tell("bob", NotificationType.MESSAGE, "his");
        assertThat(titles(ada.get(INBOX))).containsExactly("wanted");
        assertThat(ada.get(INBOX + "/preferences").body()).isEqualTo(preferences(false, true));
        assertThat(titles(telling.as("bob").get(INBOX))).containsExactly("his");
    }

    private static String preferences(boolean message, boolean system) {
        return "{\"order\":{\"inApp\":true,\"email\":true},\"message\":{\"inApp\":" + message
                + ",\"email\":false},\"payment\":{\"inApp\":true,\"email\":false},\"system\":{\"inApp\":" + system
                + ",\"email\":false}}";
    }

    @Test
    void theSystemsOwnCannotBeSwitchedOff() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");

        Answer refused = ada.put(INBOX + "/preferences", preferences(false, false));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("system_required");
        assertThat(ada.put(INBOX + "/preferences", "{\"order\":{\"inApp\":true}}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.get(INBOX + "/preferences")
                        .json()
                        .path("message")
                        .path("inApp")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatHasAKeyIsToldOnceToEachUser() throws IOException, InterruptedException {
        Notifications notifications = telling.notifications();
        Notice ending =
                Notice.to("ada", NotificationType.SYSTEM, "Ends soon", "text").once("auction:7:ending");

        assertThat(notifications.notify(ending)).isNotNull();
        assertThat(notifications.notify(ending)).isNull();
        assertThat(notifications.notifyAll(List.of(
                        Notice.to("bob", NotificationType.SYSTEM, "Ends soon", "text")
                                .once("auction:7:ending"),
                        ending,
                        Notice.to("ada", NotificationType.SYSTEM, "Ends soon", "text")
                                .once("auction:8:ending"))))
                .extracting(Notification::userId)
                .containsExactly("ada", "bob");
        assertThat(meta(telling.as("ada").get(INBOX)).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackWasNeverThere() throws IOException, InterruptedException {
        telling.platform().bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            telling.tell("ada", NotificationType.ORDER, "rolled back");
            transaction.setRollbackOnly();
        });

        assertThat(titles(telling.as("ada").get(INBOX))).isEmpty();
    }

    @Test
    void onlyWhatIsOldAndArchivedIsForgotten() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        Instant old = Instant.now().minus(Duration.ofDays(91));
        telling.save("ada", "old", old);
        telling.save("ada", "old-archived", old);
        telling.save("ada", "young-archived", Instant.now().minus(Duration.ofDays(89)));
        ada.patch(INBOX + "/old-archived/archive", "", "");
        ada.patch(INBOX + "/young-archived/archive", "", "");

        telling.platform().bean(Retention.class).forgetOld();

        assertThat(titles(ada.get(INBOX))).containsExactly("old");
        assertThat(titles(ada.get(INBOX + "?archived=true"))).containsExactly("young-archived");
    }

    @Test
    void metadataKeepTheirShape() throws IOException, InterruptedException {
        telling.notifications()
                .notify(Notice.to("ada", NotificationType.PAYMENT, "Paid", "text")
                        .with("amount", Map.of("minor", 1250, "currency", "EUR")));

        assertThat(telling.as("ada")
                        .get(INBOX)
                        .json()
                        .at("/data/0/metadata/amount/minor")
                        .asInt())
                .isEqualTo(1250);
    }

    @Test
    void howeverManyLeadToAPageAllAreReadByWhoHasBeenThere() throws IOException, InterruptedException {
        int many = 450; // whose ids are more than one event may have
        telling.platform().bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            for (int i = 0; i < many; i++) {
                telling.notifications()
                        .notify(Notice.to("ada", NotificationType.MESSAGE, "n" + i, "text")
                                .linkingTo("/messages/1"));
            }
        });
        telling.tell("ada", NotificationType.MESSAGE, "of another page");
        long before = telling.platform().bean(EventLog.class).position("private-user-ada");

        telling.notifications().readLeadingTo("ada", "/messages/1");

        assertThat(meta(telling.as("ada").get(INBOX)).path("unreadCount").asInt())
                .isEqualTo(1);
        List<String> read = telling.as("ada")
                .get("/api/realtime/events?channel=private-user-ada&after=" + before)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("notification:read"))
                .flatMap(event -> event.path("data").path("ids").valueStream())
                .map(JsonNode::asString)
                .toList();
        assertThat(read).hasSize(many).doesNotHaveDuplicates();
    }
}
