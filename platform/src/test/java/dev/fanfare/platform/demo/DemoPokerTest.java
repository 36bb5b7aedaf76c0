package dev.fanfare.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class DemoPokerTest {
    private static final String SESSIONS = "/api/poker/sessions";

    private final RunningPlatform platform;

    DemoPokerTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return Callers.of(platform, "cleo").get(path).json();
    }

    @Test
    void oneSessionGoesOnAndOneHasASummaryAndThereAreNoMoreAfterARestart() throws IOException, InterruptedException {
        platform.bean(DemoPoker.class).run(new DefaultApplicationArguments());

        JsonNode active = get(SESSIONS + "?status=active").path("sessions");
        assertThat(active.size()).isEqualTo(1);
        assertThat(active.path(0).path("title").asString()).isEqualTo("Sprint 42");
        JsonNode sprint = get(SESSIONS + "/" + active.path(0).path("id").asString());
        assertThat(sprint.path("tasks").size()).isEqualTo(4);
        assertThat(sprint.path("members").path(0).path("id").asString()).isEqualTo("dan");
        assertThat(sprint.path("members").path(0).path("role").asString()).isEqualTo("facilitator");
        JsonNode ended = get(SESSIONS + "?status=ended").path("sessions");
        assertThat(ended.size()).isEqualTo(1);
        JsonNode summary = get(SESSIONS + "/" + ended.path(0).path("id").asString() + "/summary");
        assertThat(summary.path("session").path("members").path(0).path("id").asString())
                .isEqualTo("ada");
        assertThat(summary.path("tasks").path(0).path("rounds").size()).isPositive();
        assertThat(summary.path("totals").path("storyPoints").asInt()).isEqualTo(13);
    }
}
