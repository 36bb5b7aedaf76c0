package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testsupport.Property;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, in whatever pieces. */
class ApiHandlerPropertyTest {
    private static final String EVENT = "{\"name\":\"e\",\"channels\":[\"room\",\"presence-a\"],\"data\":\"{}\"}";
    private static final List<String> REQUESTS = List.of(
            TestApi.signed("POST", "/apps/3/events", "", EVENT),
            TestApi.signed("POST", "/apps/3/batch_events", "", "{\"batch\":[" + EVENT + "]}"),
            TestApi.signed("POST", "/apps/3/events", "name=e&channel=a+b&data=%7B%7D", ""),
            TestApi.signed("GET", "/apps/3/channels", "filter_by_prefix=presence-&info=user_count", ""),
            TestApi.signed("GET", "/apps/3/channels/presence-a/users", "", ""),
            TestApi.signed("POST", "/apps/3/users/a%40b/terminate_connections", "", "{}"),
            TestApi.request("GET", "/up", "").replace("1.1", "1.0"),
            "POST /apps/3/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\n\r\n",
            "POST /users/1/terminate_connections HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx");

    @Test
    void damagedRequestsAreAnsweredWithJsonAndNeverWithAFailure() {
        try (TestApi api = new TestApi()) {
            Property.check(2_000, random -> {
                api.newChannel();
                sendInPieces(api, damaged(requests(random), random), random);
                api.turn();
                check(api.answers());
                api.channel.finishAndReleaseAll();
            });
        }
    }

    @Test
    void piecesDoNotChangeTheAnswers() {
        try (TestApi api = new TestApi()) {
            Property.check(500, random -> {
                byte[] segment = requests(random).getBytes(StandardCharsets.ISO_8859_1);
                List<String> whole = answersTo(api, segment, null);
                assertThat(answersTo(api, segment, random)).isEqualTo(whole);
            });
        }
    }

    private static List<String> answersTo(TestApi api, byte[] segment, RandomGenerator random) {
        api.newChannel();
        if (random == null) {
            api.channel.writeInbound(Unpooled.copiedBuffer(segment));
        } else {
            sendInPieces(api, segment, random);
        }
        api.turn();
        List<String> answers = api.answers().stream().map(TestAnswer::body).toList();
        api.channel.finishAndReleaseAll();
        return answers;
    }

    private static String requests(RandomGenerator random) {
        StringBuilder segment = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            segment.append(REQUESTS.get(random.nextInt(REQUESTS.size())));
        }
        return segment.toString();
    }

    private static byte[] damaged(String segment, RandomGenerator random) {
        byte[] bytes = segment.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void sendInPieces(TestApi api, byte[] segment, RandomGenerator random) {
        for (int from = 0; from < segment.length && api.channel.isOpen(); ) {
            int to = Math.min(segment.length, from + 1 + random.nextInt(300));
            api.channel.writeInbound(Unpooled.copiedBuffer(segment, from, to - from));
            from = to;
        }
    }

    private static void check(List<TestAnswer> answers) {
        for (TestAnswer answer : answers) {
            assertThat(answer.status()).isIn(100, 200, 202, 400, 401, 404, 405, 413, 414, 431);
            if (answer.status() != 100) {
                assertThat(answer.json().isObject()).isTrue();
            }
        }
    }
}
