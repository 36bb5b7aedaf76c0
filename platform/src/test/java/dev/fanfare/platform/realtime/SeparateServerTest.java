package dev.fanfare.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A platform that reaches its server over the network, and the server is stopped and comes back. */
class SeparateServerTest {
    private static final ServerConfig ANYWHERE = ServerConfig.development().withPort(0);

    private static RunningPlatform platform(Server server) {
        return RunningPlatform.on(
                Database.H2,
                "--fanfare.provider=pusher",
                "--fanfare.port=" + server.port(),
                "--fanfare.app-id=app-id",
                "--fanfare.key=app-key",
                "--fanfare.secret=app-secret",
                "--fanfare.use-tls=false",
                "--fanfare.outbox.first-retry=5s"); // longer than a client needs to come back
    }

    private static void alert(RunningPlatform platform, String text) {
        platform.bean(EventPublisher.class).publish(new AlertRaised(List.of("ada"), new Alert(text, null)));
    }

    @Test
    void browsersAreToldWhereTheServerIs() throws IOException, InterruptedException {
        try (Server server = Server.start(ANYWHERE);
                RunningPlatform platform = platform(server)) {
            assertThat(platform.asNobody()
                            .get("/api/realtime/config")
                            .json()
                            .path("port")
                            .asInt())
                    .isEqualTo(server.port());
        }
    }

    @Test
    void whatIsPublishedWhileTheServerIsStoppedArrivesOnceItIsBackInOrder() throws IOException, InterruptedException {
        Server first = Server.start(ANYWHERE);
        try (RunningPlatform platform = platform(first)) {
            first.close();
            alert(platform, "one");
            alert(platform, "two");
            Outbox outbox = platform.bean(Outbox.class);
            await().until(() -> outbox.status().resting() > 0);

            try (Server second = Server.start(ANYWHERE.withPort(first.port()));
                    TestClient ada = platform.client()) {
                platform.as("ada").subscribe(ada, "private-user-ada");

                assertThat(second.port()).isEqualTo(first.port());
                assertThat(RunningPlatform.heard(ada, "alert")
                                .dataJson()
                                .path("message")
                                .asString())
                        .isEqualTo("one");
                assertThat(RunningPlatform.heard(ada, "alert")
                                .dataJson()
                                .path("message")
                                .asString())
                        .isEqualTo("two");
            }
        }
    }
}
