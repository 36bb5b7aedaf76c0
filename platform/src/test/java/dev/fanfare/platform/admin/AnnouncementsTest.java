package dev.fanfare.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What administrators announce, and who hears of it where. */
@OnEachDatabase
class AnnouncementsTest {
    private final RunningPlatform platform;

    AnnouncementsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @AfterEach
    void forgetAll() {
        platform.bean(JdbcClient.class).sql("delete from announcement").update();
    }

    private Caller dan() throws IOException, InterruptedException {
        return Callers.of(platform, "dan");
    }

    private JsonNode post(String json) throws IOException, InterruptedException {
        Answer answer = dan().post("/api/admin/announcements", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private List<String> banners(Caller caller) throws IOException, InterruptedException {
        return caller.get("/api/announcements/current")
                .json()
                .path("announcements")
                .valueStream()
                .map(banner -> banner.path("kind").asString() + " "
                        + banner.path("message").asString())
                .toList();
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private static JsonNode heard(TestClient client, String event, String channel) {
        var frame = RunningPlatform.heard(client, event);
        while (!frame.channel().equals(channel)) {
            frame = RunningPlatform.heard(client, event);
        }
        return frame.dataJson();
    }

    @Test
    void everybodyHearsAnAnnouncementOnBothChannelsAndFindsItLater() throws IOException, InterruptedException {
        try (TestClient anybody = platform.client();
                TestClient older = platform.client()) {
            anybody.subscribe("public-announcements");
            older.subscribe("global-announcements");

            JsonNode posted = post("{\"kind\":\"announcement\",\"message\":\"We have lamps again\"}");

            JsonNode told = heard(anybody, "announcement", "public-announcements");
            assertThat(told.path("id")).isEqualTo(posted.path("id"));
            assertThat(told.path("message").asString()).isEqualTo("We have lamps again");
            assertThat(heard(older, "announcement", "global-announcements")).isEqualTo(told);
            assertThat(banners(platform.asNobody())).containsExactly("announcement We have lamps again");
            assertThat(posted.path("by").path("name").asString()).isEqualTo("Dan Desk");
        }
    }

    @Test
    void endingItTakesItOffAllPagesAtOnceAndLeavesItInTheList() throws IOException, InterruptedException {
        JsonNode posted = post("{\"kind\":\"announcement\",\"message\":\"Soon over\"}");
        String path = "/api/admin/announcements/" + posted.path("id").asString();
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("global-announcements");

            assertThat(dan().delete(path).status()).isEqualTo(204);

            assertThat(heard(anybody, "announcement:ended", "global-announcements")
                            .path("id"))
                    .isEqualTo(posted.path("id"));
        }
        assertThat(banners(platform.asNobody())).isEmpty();
        assertThat(dan().delete(path).status()).isEqualTo(204);
        assertThat(dan().delete("/api/admin/announcements/none").status()).isEqualTo(404);
        JsonNode list = dan().get("/api/admin/announcements").json().path("announcements");
        assertThat(list.path(0).path("endedAt").isNull()).isFalse();
    }

    @Test
    void theStatusOfTheServiceIsShownToWhoIsSignedOutUntilAllIsWell() throws IOException, InterruptedException {
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("status-updates");

            post("{\"kind\":\"status\",\"status\":\"degraded\",\"message\":\"Search is slow\"}");

            JsonNode told = heard(anybody, "status", "status-updates");
            assertThat(told.path("status").asString()).isEqualTo("degraded");
            assertThat(told.path("message").asString()).isEqualTo("Search is slow");
            assertThat(banners(platform.asNobody())).containsExactly("status Search is slow");

            post("{\"kind\":\"status\",\"status\":\"operational\",\"message\":\"All is well\"}");
            assertThat(heard(anybody, "status", "status-updates").path("status").asString())
                    .isEqualTo("operational");
            assertThat(banners(platform.asNobody())).isEmpty();
        }
    }

    @Test
    void endingAStatusTellsTheOneBefore() throws IOException, InterruptedException {
        post("{\"kind\":\"status\",\"status\":\"degraded\",\"message\":\"Search is slow\"}");
        JsonNode worse = post("{\"kind\":\"status\",\"status\":\"outage\",\"message\":\"No search\"}");
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("status-updates");

            dan().delete("/api/admin/announcements/" + worse.path("id").asString());

            assertThat(heard(anybody, "status", "status-updates")
                            .path("message")
                            .asString())
                    .isEqualTo("Search is slow");
        }
        assertThat(banners(platform.asNobody())).containsExactly("status Search is slow");
    }

    @Test
    void maintenanceOfATenantIsToldToItsMembersAlone() throws IOException, InterruptedException {
        try (TestClient member = platform.client()) {
            Callers.of(platform, "ada").subscribe(member, "private-tenant-org_123");

            post("{\"kind\":\"maintenance\",\"message\":\"We move\",\"startsAt\":\"" + in(Duration.ofHours(1))
                    + "\",\"endsAt\":\"" + in(Duration.ofHours(2)) + "\",\"tenantId\":\"org_123\"}");

            assertThat(heard(member, "system:maintenance", "private-tenant-org_123")
                            .path("message")
                            .asString())
                    .isEqualTo("We move");
        }
        assertThat(banners(Callers.of(platform, "ada"))).containsExactly("maintenance We move");
        assertThat(banners(Callers.of(platform, "eve"))).isEmpty();
        assertThat(banners(platform.asNobody())).isEmpty();
    }

    @Test
    void aReloadIsToldOnceAndIsNoBanner() throws IOException, InterruptedException {
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("public-announcements");

            JsonNode posted = post("{\"kind\":\"reload\",\"message\":\"A new version\"}");

            JsonNode told = heard(anybody, "system:reload", "public-announcements");
            assertThat(told.path("id")).isEqualTo(posted.path("id"));
            assertThat(told.path("reason").asString()).isEqualTo("A new version");
            assertThat(told.path("withinSeconds").asInt()).isPositive();
        }
        assertThat(banners(platform.asNobody())).isEmpty();
    }

    @Test
    void anAnnouncementForLaterIsToldWhenItsTimeHasCome() throws IOException, InterruptedException {
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("public-announcements");

            JsonNode posted = post("{\"kind\":\"announcement\",\"message\":\"Now\",\"startsAt\":\""
                    + in(Duration.ofMinutes(1)) + "\"}");
            assertThat(banners(platform.asNobody())).isEmpty();
            platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                platform.bean(JdbcClient.class)
                        .sql("update announcement set starts_at = created_at where id = ?")
                        .param(posted.path("id").asString())
                        .update();
                platform.bean(DueSignal.class).raiseAfterCommit();
            });

            assertThat(heard(anybody, "announcement", "public-announcements")
                            .path("message")
                            .asString())
                    .isEqualTo("Now");
            await().untilAsserted(() -> assertThat(banners(platform.asNobody())).containsExactly("announcement Now"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"party","message":"x"}
            {"kind":"announcement","message":" "}
            {"kind":"announcement","message":"x","status":"outage"}
            {"kind":"status","message":"x"}
            {"kind":"status","message":"x","status":"outage","tenantId":"org_123"}
            {"kind":"maintenance","message":"x"}
            {"kind":"maintenance","message":"x","startsAt":"2030-01-01T00:00:00Z","endsAt":"2029-01-01T00:00:00Z"}
            {"kind":"announcement","message":"x","endsAt":"2020-01-01T00:00:00Z"}
            {"kind":"reload","message":"x","endsAt":"2030-01-01T00:00:00Z"}
            """)
    void whatMakesNoSenseIsRefused(String json) throws IOException, InterruptedException {
        assertThat(dan().post("/api/admin/announcements", json).status()).isEqualTo(400);
    }

    @Test
    void theListHasPages() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            post("{\"kind\":\"reload\",\"message\":\"number " + i + "\"}");
        }

        JsonNode first = dan().get("/api/admin/announcements?limit=2").json();
        JsonNode second = dan().get("/api/admin/announcements?limit=2&cursor="
                        + first.path("next").asString())
                .json();

        assertThat(first.path("announcements")
                        .valueStream()
                        .map(each -> each.path("message").asString()))
                .containsExactly("number 2", "number 1");
        assertThat(second.path("announcements")
                        .valueStream()
                        .map(each -> each.path("message").asString()))
                .containsExactly("number 0");
        assertThat(second.path("next").isNull()).isTrue();
    }
}
