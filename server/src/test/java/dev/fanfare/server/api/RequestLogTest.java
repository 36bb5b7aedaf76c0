package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.LogConfig.Requests;
import dev.fanfare.server.transport.Peer;
import dev.fanfare.testsupport.LogCapture;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Peer PEER = new Peer(Peer.Kind.PLAIN, false);

    private final LogCapture log = new LogCapture(RequestLog.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static TestApi api(Requests logged) {
        return new TestApi("", logged, "", PEER);
    }

    private static String withId(String request, String id) {
        return request.replace("Host: localhost\r\n", "Host: localhost\r\nX-Request-Id: " + id + "\r\n");
    }

    @Test
    void clientsFindTheIdThatTheySentInTheAnswer() {
        try (TestApi api = api(Requests.NONE)) {
            TestAnswer answer = api.send(withId(TestApi.signed("GET", "/apps/3/channels", "", ""), "order-4711"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("X-Request-Id", "order-4711");
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void answersHaveNoIdWhereNobodyAsksForOne() {
        try (TestApi api = api(Requests.NONE)) {
            assertThat(api.get("/apps/3/channels").headers()).doesNotContainKey("X-Request-Id");
        }
    }

    @Test
    void anIdThatCouldDoHarmIsNotTaken() {
        try (TestApi api = api(Requests.ALL)) {
            String request = TestApi.signed("GET", "/apps/3/channels", "", "");

            assertThat(api.send(withId(request, "a b")).headers().get("X-Request-Id"))
                    .hasSize(16);
            assertThat(api.send(withId(request, "x".repeat(129))).headers().get("X-Request-Id"))
                    .hasSize(16);
        }
    }

    @Test
    void aRefusalIsLoggedWithTheIdOfItsAnswerAndWithoutTheSignature() {
        try (TestApi api = api(Requests.REFUSED)) {
            api.get("/apps/3/channels");
            TestAnswer refused = api.get("/apps/9/channels").isProblem(404, "Unknown app");

            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().getFirst())
                    .startsWith("INFO GET /apps/9/channels 404 in ")
                    .endsWith(", request " + refused.headers().get("X-Request-Id"))
                    .doesNotContain("auth_");
        }
    }

    @Test
    void everyRequestIsLoggedIfThatIsWanted() {
        try (TestApi api = api(Requests.ALL)) {
            api.send(withId(TestApi.signed("GET", "/apps/3/channels", "", ""), "first"));
            api.trigger("{\"name\":\"e\",\"channel\":\"c\",\"data\":\"d\"}");

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().getFirst())
                    .startsWith("INFO GET /apps/3/channels 200 in ")
                    .endsWith(", request first");
            assertThat(log.lines().getLast()).startsWith("INFO POST /apps/3/events 200 in ");
        }
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        try (TestApi api = api(Requests.NONE)) {
            api.get("/apps/3/channels");
            api.trigger("{\"name\":\"e\",\"channel\":\"c\",\"data\":\"d\"}");
            api.trigger("{");
            api.get("/apps/9/channels");
            api.get("/nowhere");
            api.send("BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n");

            Map<String, Long> counts = new TreeMap<>();
            api.requests.forEach((route, status, count) -> counts.put(route.label() + " " + status, count));
            assertThat(counts)
                    .isEqualTo(Map.of(
                            "channels 200", 1L,
                            "events 200", 1L,
                            "events 400", 1L,
                            "channels 404", 1L,
                            "other 404", 1L,
                            "health 405", 1L));
        }
    }
}
