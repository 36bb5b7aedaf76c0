package dev.fanfare.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.bus.DomainEvent;
import dev.fanfare.sdk.bus.EventBus;
import dev.fanfare.sdk.bus.Subscription;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What administrators see of the running platform, and do to it. */
@OnEachDatabase
class OperationsTest {
    private final RunningPlatform platform;

    OperationsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller dan() throws IOException, InterruptedException {
        return Callers.of(platform, "dan");
    }

    @Test
    void theAppShowsWhatItUsesAgainstItsLimits() throws IOException, InterruptedException {
        try (TestClient one = platform.client();
                TestClient other = platform.client()) {
            one.subscribe("status-updates");
            other.subscribe("status-updates");

            JsonNode answer = dan().get("/api/admin/apps").json();

            assertThat(answer.path("serverReachable").asBoolean()).isTrue();
            JsonNode app = answer.path("apps").path(0);
            assertThat(app.path("id").asString()).isEqualTo("app-id");
            assertThat(app.path("key").asString()).isEqualTo("app-key");
            assertThat(app.path("plan").asString()).isEqualTo("none");
            assertThat(app.path("limits").path("connections").isNull()).isTrue();
            assertThat(app.path("usage").path("connections").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(app.path("usage").path("peakConnections").asInt())
                    .isGreaterThanOrEqualTo(
                            app.path("usage").path("connections").asInt());
            assertThat(app.path("usage").path("channels").asInt()).isPositive();
            assertThat(answer.toString()).doesNotContain("app-secret");
        }
    }

    @Test
    void channelsHaveCountsAndTheRuleThatLetsPeopleIn() throws IOException, InterruptedException {
        Caller ada = Callers.of(platform, "ada");
        String room = ada.post("/api/documents", "{\"title\":\"Plan\",\"text\":\"\",\"access\":\"tenant\"}")
                .json()
                .path("channel")
                .asString();
        try (TestClient first = platform.client();
                TestClient second = platform.client()) {
            ada.subscribe(first, room);
            ada.subscribe(second, room);
            ada.subscribe(first, "private-user-ada");

            JsonNode channels = dan().get("/api/admin/channels").json().path("channels");

            assertThat(channels.valueStream())
                    .anySatisfy(channel -> {
                        assertThat(channel.path("name").asString()).isEqualTo(room);
                        assertThat(channel.path("rule").asString()).isEqualTo("presence-room-{roomId}");
                        assertThat(channel.path("subscriptionCount").asInt()).isEqualTo(2);
                        assertThat(channel.path("userCount").asInt()).isEqualTo(1);
                    })
                    .anySatisfy(channel -> {
                        assertThat(channel.path("name").asString()).isEqualTo("private-user-ada");
                        assertThat(channel.path("userCount").isNull()).isTrue();
                    });
            assertThat(dan().get("/api/admin/channels?prefix=private-user-")
                            .json()
                            .path("channels"))
                    .allSatisfy(channel ->
                            assertThat(channel.path("name").asString()).startsWith("private-user-"));
            assertThat(dan().get("/api/admin/channels?limit=1").json().path("channels"))
                    .hasSize(1);
        }
    }

    /** As if the server had refused it. */
    private String deadEvent(String channel) {
        platform.bean(JdbcClient.class)
                .sql("insert into fanfare_outbox_dead (event_id, channel, name, data, enqueued_at, error)"
                        + " values ('e', ?, 'alert', '{}', 1700000000000, '400: no')")
                .param(channel)
                .update();
        return platform.bean(JdbcClient.class)
                .sql("select max(id) from fanfare_outbox_dead")
                .query(String.class)
                .single();
    }

    @Test
    void whatTheOutboxGaveUpIsPublishedAgainOrForgotten() throws IOException, InterruptedException {
        String again = deadEvent("global-announcements");
        String forgotten = deadEvent("global-announcements");
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("global-announcements");
            JsonNode outbox = dan().get("/api/admin/outbox").json();
            assertThat(outbox.path("pending").isNumber()).isTrue();
            assertThat(outbox.path("deadLetters")).hasSize(2);
            assertThat(outbox.path("deadLetters").path(0).path("error").asString())
                    .isEqualTo("400: no");

            assertThat(dan().post("/api/admin/outbox/" + again + "/replay", "").status())
                    .isEqualTo(204);
            assertThat(dan().delete("/api/admin/outbox/" + forgotten).status()).isEqualTo(204);

            assertThat(RunningPlatform.heard(anybody, "alert").channel()).isEqualTo("global-announcements");
            assertThat(dan().get("/api/admin/outbox").json().path("deadLetters"))
                    .isEmpty();
            assertThat(dan().post("/api/admin/outbox/" + again + "/replay", "").status())
                    .isEqualTo(404);
            assertThat(dan().delete("/api/admin/outbox/x").status()).isEqualTo(404);
        }
    }

    @Test
    void whatModulesGaveUpIsHandledAgain() throws IOException, InterruptedException {
        AtomicBoolean broken = new AtomicBoolean(true);
        EventBus bus = platform.bean(EventBus.class);
        try (Subscription subscription = bus.subscribe("test.happened", event -> {
            if (broken.get()) {
                throw new IllegalStateException("not now");
            }
        })) {
            bus.publish(DomainEvent.of("test.happened", "test", null, null));
            bus.publish(DomainEvent.of("test.happened", "test", null, null));
            await().until(() -> subscription.deadLetters().size() == 2);

            JsonNode letters = dan().get("/api/admin/event-bus").json().path("deadLetters");
            assertThat(letters.path(0).path("event").asString()).isEqualTo("test.happened");
            assertThat(letters.path(0).path("error").asString()).contains("not now");
            broken.set(false);
            String path = "/api/admin/event-bus/";
            assertThat(dan().post(path + letters.path(0).path("id").asString() + "/replay", "")
                            .status())
                    .isEqualTo(204);
            assertThat(dan().delete(path + letters.path(1).path("id").asString())
                            .status())
                    .isEqualTo(204);
            assertThat(dan().get("/api/admin/event-bus").json().path("deadLetters"))
                    .isEmpty();
            assertThat(dan().delete(path + "999999").status()).isEqualTo(404);
        }
    }

    @Test
    void theServersWebhooksHaveNothingThatWasGivenUp() throws IOException, InterruptedException {
        assertThat(platform.bean(RealtimeService.class)
                        .unwrap(EmbeddedRealtimeService.class)
                        .server()
                        .webhooks())
                .isNotNull();

        Answer answer = dan().get("/api/admin/webhooks");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("deadLetters")).isEmpty();
        assertThat(dan().post("/api/admin/webhooks/1/replay", "").status()).isEqualTo(404);
        assertThat(dan().delete("/api/admin/webhooks/1,2").status()).isEqualTo(404);
    }

    @Test
    void aDeniedAttemptIsInTheConsoleWithTheRuleAndTheReason() throws IOException, InterruptedException {
        Callers.of(platform, "eve")
                .post("/api/pusher/auth", "{\"socket_id\":\"1.2\",\"channel_name\":\"private-tenant-org_123\"}");

        JsonNode decisions = dan().get("/api/admin/decisions?userId=eve&channel=private-tenant-org_123")
                .json()
                .path("decisions");

        JsonNode decision = decisions.path(0);
        assertThat(decision.path("allowed").asBoolean()).isFalse();
        assertThat(decision.path("status").asInt()).isEqualTo(403);
        assertThat(decision.path("rule").asString()).isEqualTo("private-tenant-{tenantId}");
        assertThat(decision.path("reason").asString()).isNotBlank();
        assertThat(dan().get("/api/admin/decisions?userId=none").json().path("decisions"))
                .isEmpty();
    }

    private JsonNode explained(String json) throws IOException, InterruptedException {
        Answer answer = dan().post("/api/admin/decisions/explain", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void anyDecisionIsExplainedWithoutGrantingAnything() throws IOException, InterruptedException {
        assertThat(explained("{\"userId\":\"ada\",\"channel\":\"private-tenant-org_123\"}")
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        JsonNode eve = explained("{\"userId\":\"eve\",\"channel\":\"private-tenant-org_123\"}");
        assertThat(eve.path("allowed").asBoolean()).isFalse();
        assertThat(eve.path("rule").asString()).isEqualTo("private-tenant-{tenantId}");
        assertThat(eve.has("auth")).isFalse();
        assertThat(explained("{\"channel\":\"global-announcements\"}")
                        .path("reason")
                        .asString())
                .isEqualTo("public channel");
        assertThat(explained("{\"channel\":\"private-user-ada\"}")
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        JsonNode unknown = explained("{\"userId\":\"ada\",\"channel\":\"private-none-1\"}");
        assertThat(unknown.path("allowed").asBoolean()).isFalse();
        assertThat(unknown.path("rule").isNull()).isTrue();
        assertThat(dan().post("/api/admin/decisions/explain", "{\"userId\":\"x\",\"channel\":\"private-user-ada\"}")
                        .status())
                .isEqualTo(404);
        assertThat(dan().post("/api/admin/decisions/explain", "{\"userId\":\"ada\",\"channel\":\"no channel\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatAdministratorsDoIsKept() throws IOException, InterruptedException {
        explained("{\"userId\":\"eve\",\"channel\":\"private-user-ada\"}");
        String letter = deadEvent("global-announcements");
        dan().delete("/api/admin/outbox/" + letter);
        Answer posted = dan().post("/api/admin/announcements", "{\"kind\":\"reload\",\"message\":\"again\"}");
        assertThat(posted.status()).isEqualTo(201);

        JsonNode first = dan().get("/api/admin/audit?limit=2").json();
        JsonNode second = dan().get(
                        "/api/admin/audit?limit=1&cursor=" + first.path("next").asString())
                .json();

        JsonNode newest = first.path("entries").path(0);
        assertThat(newest.path("action").asString()).isEqualTo("announcement.post");
        assertThat(newest.path("target")).isEqualTo(posted.json().path("id"));
        assertThat(newest.path("by").path("id").asString()).isEqualTo("dan");
        assertThat(first.path("entries").path(1).path("action").asString()).isEqualTo("outbox.discard");
        assertThat(first.path("entries").path(1).path("target").asString()).isEqualTo(letter);
        assertThat(second.path("entries").path(0).path("action").asString()).isEqualTo("decisions.explain");
        assertThat(second.path("entries").path(0).path("detail").asString()).isEqualTo("eve");
    }
}
