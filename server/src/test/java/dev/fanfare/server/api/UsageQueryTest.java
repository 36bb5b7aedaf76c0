package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.server.config.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageQueryTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void itTellsWhatIsTakenAndThePeak() {
        api.subscribe("room");
        api.join("presence-room", "7");

        api.get("/apps/3/usage")
                .isOk(
                        "{\"id\":\"3\",\"plan\":\"none\",\"limits\":{\"messages_per_day\":null,\"connections\":null,\"channels\":null},"
                                + "\"usage\":{\"messages_today\":7,\"connections\":2,\"peak_connections\":2,\"channels\":2}}");
    }

    @Test
    void nothingIsToldToWhoDoesNotSign() {
        api.send(TestApi.request("GET", "/apps/3/usage", "")).isProblem(401, "auth_key");
    }

    @Test
    void limitsOfAPlanHaveItsName() {
        AppLimits sandbox = AppLimits.DEFAULT
                .with()
                .messagesPerDay(200_000)
                .connections(100)
                .channels(100)
                .build();

        assertThat(Plan.nameOf(sandbox)).isEqualTo("sandbox");
        assertThat(Plan.nameOf(sandbox.with().channels(101).build())).isEqualTo("custom");
        assertThat(Plan.nameOf(AppLimits.DEFAULT)).isEqualTo("none");
    }
}
