package dev.fanfare.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class NotificationsTest {
    private static final String INBOX = "/api/notifications";

    private final RunningPlatform platform;

    NotificationsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    @BeforeEach
    void empty() {
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql("delete from notification").update();
        database.sql("delete from notification_preference").update();
    }

    private String tell(String user, NotificationType type, String title) {
        return Objects.requireNonNull(
                        platform.bean(Notifications.class).notify(Notice.to(user, type, title, title + " it is")))
                .id();
    }

    private static List<String> titles(Answer answer) {
        return answer.json()
                .path("data")
                .valueStream()
                .map(each -> each.path("title").asString())
                .toList();
    }

    private static JsonNode meta(Answer answer) {
        return answer.json().path("meta");
    }

    @Test
    void aNotificationIsFoundLaterWithAllThatBelongsToIt() throws IOException, InterruptedException {
        platform.bean(Notifications.class)
                .notify(Notice.to("ada", NotificationType.ORDER, "Sold", "The lamp is sold")
                        .with("orderId", "o1")
                        .linkingTo("/orders/o1")
                        .urgent());

        Answer answer = as("ada").get(INBOX);

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
    void pagesHoldTheNewestFirstAndSayWhetherThereAreMore() throws IOException, InterruptedException {
        Instant now = Instant.now();
        for (int i = 1; i <= 5; i++) {
            save("ada", "n" + i, now.minus(Duration.ofMinutes(10 - i)));
        }
        Caller ada = as("ada");

        Answer first = ada.get(INBOX + "?page=1&limit=2");
        Answer last = ada.get(INBOX + "?page=3&limit=2");

        assertThat(titles(first)).containsExactly("n5", "n4");
        assertThat(meta(first).path("hasMore").asBoolean()).isTrue();
        assertThat(meta(first).path("total").asInt()).isEqualTo(5);
        assertThat(titles(last)).containsExactly("n1");
        assertThat(meta(last).path("hasMore").asBoolean()).isFalse();
        assertThat(titles(ada.get(INBOX + "?page=4&limit=2"))).isEmpty();
    }

    private void save(String user, String id, Instant at) {
        platform.bean(NotificationStore.class)
                .save(new Notification(id, user, id, "text", NotificationType.SYSTEM, null, false, at));
    }

    @Test
    void listsAreFilteredByTypeAndByWhatIsRead() throws IOException, InterruptedException {
        Caller ada = as("ada");
        String order = tell("ada", NotificationType.ORDER, "order");
        tell("ada", NotificationType.PAYMENT, "payment");
        ada.patch(INBOX + "/" + order + "/read", "", "");

        assertThat(titles(ada.get(INBOX + "?type=payment"))).containsExactly("payment");
        assertThat(titles(ada.get(INBOX + "?read=true"))).containsExactly("order");
        Answer unread = ada.get(INBOX + "?read=false");
        assertThat(titles(unread)).containsExactly("payment");
        assertThat(meta(unread).path("total").asInt()).isEqualTo(1);
        assertThat(titles(ada.get(INBOX + "?read=true&type=payment"))).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException, InterruptedException {
        Caller ada = as("ada");

        for (String query : List.of("limit=0", "limit=101", "page=0", "type=gossip", "page=x")) {
            assertThat(ada.get(INBOX + "?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(ada.get(INBOX + "?type=gossip").json().path("code").asString())
                .isEqualTo("invalid");
    }

    @Test
    void readingAndTakingItBackChangeTheCounts() throws IOException, InterruptedException {
        Caller ada = as("ada");
        String id = tell("ada", NotificationType.ORDER, "one");
        tell("ada", NotificationType.ORDER, "two");

        Answer read = ada.patch(INBOX + "/" + id + "/read", "", "");

        assertThat(read.json().path("read").asBoolean()).isTrue();
        assertThat(meta(ada.get(INBOX)).path("unreadCount").asInt()).isEqualTo(1);
        assertThat(meta(ada.get(INBOX)).path("unseenCount").asInt()).isEqualTo(1);
        Answer unread = ada.patch(INBOX + "/" + id + "/unread", "", "");
        assertThat(unread.json().path("read").asBoolean()).isFalse();
        assertThat(unread.json().path("seen").asBoolean()).isTrue();
        assertThat(meta(ada.get(INBOX)).path("unreadCount").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsArchivedIsOutOfTheWayUntilItIsTakenBack() throws IOException, InterruptedException {
        Caller ada = as("ada");
        String id = tell("ada", NotificationType.ORDER, "one");

        assertThat(ada.patch(INBOX + "/" + id + "/archive", "", "")
                        .json()
                        .path("archived")
                        .asBoolean())
                .isTrue();

        Answer inbox = ada.get(INBOX);
        assertThat(titles(inbox)).isEmpty();
        assertThat(meta(inbox).path("unreadCount").asInt()).isZero();
        assertThat(titles(ada.get(INBOX + "?archived=true"))).containsExactly("one");
        ada.patch(INBOX + "/" + id + "/unarchive", "", "");
        assertThat(titles(ada.get(INBOX))).containsExactly("one");
        assertThat(meta(ada.get(INBOX)).path("unreadCount").asInt()).isEqualTo(1);
    }

    @Test
    void allAreSeenOrReadAtOnce() throws IOException, InterruptedException {
        Caller ada = as("ada");
        tell("ada", NotificationType.ORDER, "one");
        tell("ada", NotificationType.ORDER, "two");
        tell("bob", NotificationType.ORDER, "his");

        assertThat(ada.patch(INBOX + "/seen-all", "", "").body()).isEqualTo("{\"unreadCount\":2,\"unseenCount\":0}");
        assertThat(ada.patch(INBOX + "/read-all", "", "").body()).isEqualTo("{\"unreadCount\":0,\"unseenCount\":0}");

        assertThat(meta(as("bob").get(INBOX)).path("unreadCount").asInt()).isEqualTo(1);
    }

    @Test
    void anothersNotificationIsNotThereForAnybodyElse() throws IOException, InterruptedException {
        String id = tell("ada", NotificationType.ORDER, "hers");
        Caller bob = as("bob");

        for (String action : List.of("read", "unread", "archive", "unarchive")) {
            Answer refused = bob.patch(INBOX + "/" + id + "/" + action, "", "");
            assertThat(refused.status()).as(action).isEqualTo(404);
            assertThat(refused.json().path("code").asString()).isEqualTo("not_found");
            assertThat(refused.json().path("detail"))
                    .isEqualTo(
                            bob.patch(INBOX + "/none/" + action, "", "").json().path("detail"));
        }
        assertThat(titles(bob.get(INBOX))).isEmpty();
        JsonNode hers = as("ada").get(INBOX).json().path("data").path(0);
        assertThat(hers.path("read").asBoolean()).isFalse();
        assertThat(hers.path("archived").asBoolean()).isFalse();
    }

    @Test
    void whoIsNotSignedInGetsNothing() throws IOException, InterruptedException {
        Caller nobody = platform.asNobody();

        assertThat(nobody.get(INBOX).status()).isEqualTo(401);
        assertThat(nobody.get(INBOX + "/preferences").status()).isEqualTo(401);
        assertThat(nobody.put(INBOX + "/preferences", "{}").status()).isEqualTo(401);
        for (String action : List.of("read-all", "seen-all", "x/read", "x/unread", "x/archive", "x/unarchive")) {
            assertThat(nobody.patch(INBOX + "/" + action, "", "").status())
                    .as(action)
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsNotWantedIsNeitherKeptNorTold() throws IOException, InterruptedException {
        Caller ada = as("ada");
        assertThat(ada.get(INBOX + "/preferences").json().path("order").toString())
                .isEqualTo("{\"inApp\":true,\"email\":false}");

        assertThat(ada.put(INBOX + "/preferences", preferences(false, true)).status())
                .isEqualTo(200);

        assertThat(platform.bean(Notifications.class)
                        .notify(Notice.to("ada", NotificationType.MESSAGE, "unwanted", "text")))
                .isNull();
        tell("ada", NotificationType.ORDER, "wanted");
        tell("bob", NotificationType.MESSAGE, "his");
        assertThat(titles(ada.get(INBOX))).containsExactly("wanted");
        assertThat(ada.get(INBOX + "/preferences").body()).isEqualTo(preferences(false, true));
        assertThat(titles(as("bob").get(INBOX))).containsExactly("his");
    }

    private static String preferences(boolean message, boolean system) {
        return "{\"order\":{\"inApp\":true,\"email\":true},\"message\":{\"inApp\":" + message
                + ",\"email\":false},\"payment\":{\"inApp\":true,\"email\":false},\"system\":{\"inApp\":" + system
                + ",\"email\":false}}";
    }

    @Test
    void theSystemsOwnCannotBeSwitchedOff() throws IOException, InterruptedException {
        Caller ada = as("ada");

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
        Notifications notifications = platform.bean(Notifications.class);
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
        assertThat(meta(as("ada").get(INBOX)).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackWasNeverThere() throws IOException, InterruptedException {
        platform.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            tell("ada", NotificationType.ORDER, "rolled back");
            transaction.setRollbackOnly();
        });

        assertThat(titles(as("ada").get(INBOX))).isEmpty();
    }

    @Test
    void onlyWhatIsOldAndArchivedIsForgotten() throws IOException, InterruptedException {
        Caller ada = as("ada");
        Instant old = Instant.now().minus(Duration.ofDays(91));
        save("ada", "old", old);
        save("ada", "old-archived", old);
        save("ada", "young-archived", Instant.now().minus(Duration.ofDays(89)));
        ada.patch(INBOX + "/old-archived/archive", "", "");
        ada.patch(INBOX + "/young-archived/archive", "", "");

        platform.bean(Retention.class).forgetOld();

        assertThat(titles(ada.get(INBOX))).containsExactly("old");
        assertThat(titles(ada.get(INBOX + "?archived=true"))).containsExactly("young-archived");
    }

    @Test
    void metadataKeepTheirShape() throws IOException, InterruptedException {
        platform.bean(Notifications.class)
                .notify(Notice.to("ada", NotificationType.PAYMENT, "Paid", "text")
                        .with("amount", Map.of("minor", 1250, "currency", "EUR")));

        assertThat(as("ada")
                        .get(INBOX)
                        .json()
                        .at("/data/0/metadata/amount/minor")
                        .asInt())
                .isEqualTo(1250);
    }
}
