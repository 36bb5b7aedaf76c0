package dev.fanfare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class TimeTest {
    private final RunningPlatform platform;

    TimeTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void anybodyMayAskWhatTimeItIsHere() throws IOException, InterruptedException {
        Instant before = Instant.now().minusMillis(1);

        String now = platform.asNobody().get("/api/time").json().path("now").asString();

        assertThat(now).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(now)).isBetween(before, Instant.now());
    }
}
