package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.LogConfig.Requests;
import dev.fanfare.server.transport.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Peer PEER = new Peer(Peer.Kind.PLAIN, false);
    private static final Logger LOGGER = Logger.getLogger(RequestLog.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            lines.add(new SimpleFormatter().formatMessage(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
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
            assertThat(lines).isEmpty();
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

            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst())
                    .startsWith("GET /apps/9/channels 404 in ")
                    .endsWith(", request " + refused.headers().get("X-Request-Id"))
                    .doesNotContain("auth_");
        }
    }

    @Test
    void everyRequestIsLoggedIfThatIsWanted() {
        try (TestApi api = api(Requests.ALL)) {
            api.send(withId(TestApi.signed("GET", "/apps/3/channels", "", ""), "first"));
            api.trigger("{\"name\":\"e\",\"channel\":\"c\",\"data\":\"d\"}");

            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst())
                    .startsWith("GET /apps/3/channels 200 in ")
                    .endsWith(", request first");
            assertThat(lines.getLast()).startsWith("POST /apps/3/events 200 in ");
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
