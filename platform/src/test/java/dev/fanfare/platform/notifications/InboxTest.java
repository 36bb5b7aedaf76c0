package dev.fanfare.platform.notifications;

import static dev.fanfare.platform.notifications.Telling.INBOX;
import static dev.fanfare.platform.notifications.Telling.meta;
import static dev.fanfare.platform.notifications.Telling.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What users find of their notifications, and what they do with them. */
@OnEachDatabase
class InboxTest {
    private final Telling telling;

    InboxTest(RunningPlatform platform) {
        telling = new Telling(platform);
    }

    @BeforeEach
    void begin() {
        telling.begin();
    }

    @Test
    void pagesHoldTheNewestFirstAndSayWhetherThereAreMore() throws IOException, InterruptedException {
        Instant now = Instant.now();
        for (int i = 1; i <= 5; i++) {
            telling.save("ada", "n" + i, now.minus(Duration.ofMinutes(10 - i)));
        }
        Caller ada = telling.as("ada");

        Answer first = ada.get(INBOX + "?page=1&limit=2");
        Answer last = ada.get(INBOX + "?page=3&limit=2");

        assertThat(titles(first)).containsExactly("n5", "n4");
        assertThat(meta(first).path("hasMore").asBoolean()).isTrue();
        assertThat(meta(first).path("total").asInt()).isEqualTo(5);
        assertThat(titles(last)).containsExactly("n1");
        assertThat(meta(last).path("hasMore").asBoolean()).isFalse();
        assertThat(titles(ada.get(INBOX + "?page=4&limit=2"))).isEmpty();
    }

    @Test
    void listsAreFilteredByTypeAndByWhatIsRead() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        String order = telling.tell("ada", NotificationType.ORDER, "order");
        telling.tell("ada", NotificationType.PAYMENT, "payment");
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
        Caller ada = telling.as("ada");

        for (String query : List.of("limit=0", "limit=101", "page=0", "type=gossip", "page=x")) {
            assertThat(ada.get(INBOX + "?" + query).status()).as(query).isEqualTo(400);
        }
        assertThat(ada.get(INBOX + "?type=gossip").json().path("code").asString())
                .isEqualTo("invalid");
    }

    @Test
    void readingAndTakingItBackChangeTheCounts() throws IOException, InterruptedException {
        Caller ada = telling.as("ada");
        String id = telling.tell("ada", NotificationType.ORDER, "one");
        telling.tell("ada", NotificationType.ORDER, "two");

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
        Caller ada = telling.as("ada");
        String id = telling.tell("ada", NotificationType.ORDER, "one");

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
        Caller ada = telling.as("ada");
        telling.tell("ada", NotificationType.ORDER, "one");
        telling.tell("ada", NotificationType.ORDER, "two");
        telling.tell("bob", NotificationType.ORDER, "his");

        assertThat(ada.patch(INBOX + "/seen-all", "", "").body()).isEqualTo("{\"unreadCount\":2,\"unseenCount\":0}");
        assertThat(ada.patch(INBOX + "/read-all", "", "").body()).isEqualTo("{\"unreadCount\":0,\"unseenCount\":0}");

        assertThat(meta(telling.as("bob").get(INBOX)).path("unreadCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void anothersNotificationIsNotThereForAnybodyElse() throws IOException, InterruptedException {
        String id = telling.tell("ada", NotificationType.ORDER, "hers");
        Caller bob = telling.as("bob");

        for (String action : List.of("read", "unread", "archive", "unarchive")) {
            Answer refused = bob.patch(INBOX + "/" + id + "/" + action, "", "");
            assertThat(refused.status()).as(action).isEqualTo(404);
            assertThat(refused.json().path("code").asString()).isEqualTo("not_found");
            assertThat(refused.json().path("detail"))
                    .isEqualTo(
                            bob.patch(INBOX + "/none/" + action, "", "").json().path("detail"));
        }
        assertThat(titles(bob.get(INBOX))).isEmpty();
        JsonNode hers = telling.as("ada").get(INBOX).json().path("data").path(0);
        assertThat(hers.path("read").asBoolean()).isFalse();
        assertThat(hers.path("archived").asBoolean()).isFalse();
    }

    @Test
    void whoIsNotSignedInGetsNothing() throws IOException, InterruptedException {
        Caller nobody = telling.platform().asNobody();

        assertThat(nobody.get(INBOX).status()).isEqualTo(401);
        assertThat(nobody.get(INBOX + "/preferences").status()).isEqualTo(401);
        assertThat(nobody.put(INBOX + "/preferences", "{}").status()).isEqualTo(401);
        for (String action : List.of("read-all", "seen-all", "x/read", "x/unread", "x/archive", "x/unarchive")) {
            assertThat(nobody.patch(INBOX + "/" + action, "", "").status())
                    .as(action)
                    .isEqualTo(401);
        }
    }
}
