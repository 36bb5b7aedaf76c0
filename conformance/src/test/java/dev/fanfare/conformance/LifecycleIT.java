package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.server.Server;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Servers that are configured otherwise, or end. */
@Sdk("wire")
class LifecycleIT {
    private static final TestApp MAIN = ConformanceApps.credentials("main");

    private static URI uri(String scheme, Server server, String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + path);
    }

    @Test
    void endingServerAsksItsClientsToComeBack() throws IOException {
        TestClient client;
        try (Server server = Server.start(ConformanceServer.CONFIG)) {
            client = TestClient.open(uri("ws", server, "/app/main-key?protocol=7"));
        }
        assertThat(client.awaitClose().code()).isEqualTo(4200);
        client.close();
    }

    /** Behind a proxy some SDKs sign the whole path and some leave the prefix out. */
    @Test
    void prefixStandsBeforeEveryPathAndMayBeSignedOrNot() throws IOException {
        try (Server server = Server.start(ConformanceServer.CONFIG.withPathPrefix("/realtime"));
                TestClient client = TestClient.open(uri("ws", server, "/realtime/app/main-key?protocol=7"))) {
            client.subscribe("prefixed");
            TestApi api = new TestApi(uri("http", server, ""), MAIN);
            String body = "{\"name\":\"e\",\"channel\":\"prefixed\",\"data\":\"x\"}";
            assertThat(api.post("/realtime/apps/main/events", body).status()).isEqualTo(200);
            client.await("e");
            String unprefixed = "/realtime" + api.signed("POST", "/apps/main/events", body);
            assertThat(api.send("POST", unprefixed, body).status()).isEqualTo(200);
            client.await("e");
        }
    }

    @Test
    void cacheForgets() {
        try (Server server = Server.start(ConformanceServer.CONFIG)) {
            TestApi api = new TestApi(uri("http", server, ""), ConformanceApps.credentials("forgetful"));
            api.trigger("cache-short", "e", "x");
            String path = "/apps/forgetful/channels/cache-short?info=cache";
            assertThat(api.get(path).json().path("cache").path("data").asString())
                    .isEqualTo("x");
            await().until(() -> api.get(path).json().path("cache").isNull());
        }
    }
}
