package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.RawAnswer;
import dev.fanfare.testkit.RawConnection;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server SDKs of other languages build, escape and send their requests each in its own way. */
@Sdk("wire")
class RequestStylesIT {
    private static final TestApp MAIN = ConformanceApps.credentials("main");
    private static final String EMPTY_MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final String BODY = "{\"name\":\"e\",\"channel\":\"styles\",\"data\":\"x\"}";

    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    private static TestApi api() {
        return new TestApi(SERVER.uri(), MAIN);
    }

    private static String auth() {
        return "auth_key=main-key&auth_timestamp=" + Instant.now().getEpochSecond() + "&auth_version=1.0";
    }

    private static String signature(String method, String path, String query) {
        return "auth_signature=" + MAIN.sign(method + "\n" + path + "\n" + query);
    }

    private static int get(String path, String sentQuery, String signedQuery) {
        String signature = signature("GET", path, signedQuery);
        return api().send("GET", path + "?" + sentQuery + "&" + signature, "").status();
    }

    private static RawAnswer raw(String request) throws IOException {
        try (RawConnection connection = new RawConnection("127.0.0.1", SERVER.port())) {
            connection.send(request);
            return connection.readAnswer();
        }
    }

    @Test
    void pythonSignsTheDigestOfNoBody() {
        String query = auth() + "&body_md5=" + EMPTY_MD5;
        assertThat(get("/apps/main/channels", query, query)).isEqualTo(200);
    }

    @Test
    void goLeavesCommasAndRubyEscapesThem() {
        String path = "/apps/main/channels/presence-styles";
        String plain = auth() + "&info=user_count,subscription_count";
        assertThat(get(path, plain, plain)).isEqualTo(200);
        assertThat(get(path, plain.replace(",", "%2C"), plain)).isEqualTo(200);
        assertThat(get(path, plain.replace(",", "%2c"), plain)).isEqualTo(200);
    }

    @Test
    void plusMayBeAPlusOrASpace() {
        String prefix = "&filter_by_prefix=a";
        assertThat(get("/apps/main/channels", auth() + prefix + "+b", auth() + prefix + "+b"))
                .isEqualTo(200);
        assertThat(get("/apps/main/channels", auth() + prefix + "+b", auth() + prefix + " b"))
                .isEqualTo(200);
    }

    @Test
    void dotnetSendsTheSignatureFirstAndACharset() throws IOException {
        String signed = api().signed("POST", "/apps/main/events", BODY);
        int end = signed.lastIndexOf("&");
        String target =
                "/apps/main/events?" + signed.substring(end + 1) + "&" + signed.substring(signed.indexOf('?') + 1, end);
        RawAnswer answer = raw("POST " + target + " HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n"
                + "Content-Type: application/json; charset=utf-8\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                + BODY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
    }

    @Test
    void userIdInAPathMayBeEscapedOrNot() {
        String path = "/apps/main/users/ann@example.com;1/terminate_connections";
        String signed = api().signed("POST", path, "{}");
        assertThat(api().send("POST", signed, "{}").status()).isEqualTo(200);
        String escaped = signed.replace("@", "%40").replace(";", "%3B");
        assertThat(api().send("POST", escaped, "{}").status()).isEqualTo(200);
    }

    @Test
    void curlWaitsForLeaveToSendTheBody() throws IOException {
        try (RawConnection connection = new RawConnection("127.0.0.1", SERVER.port())) {
            connection.send("POST " + api().signed("POST", "/apps/main/events", BODY)
                    + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + BODY.length() + "\r\n\r\n");
            assertThat(connection.readAnswer().status()).isEqualTo(100);
            connection.send(BODY);
            assertThat(connection.readAnswer().status()).isEqualTo(200);
        }
    }

    @Test
    void bodyMayComeInChunks() throws IOException {
        String half = BODY.substring(0, 10);
        String rest = BODY.substring(10);
        assertThat(raw("POST " + api().signed("POST", "/apps/main/events", BODY)
                                + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(half.length()) + "\r\n" + half + "\r\n"
                                + Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requestsMayBePipelined() throws IOException {
        String request = "POST " + api().signed("POST", "/apps/main/events", BODY) + " HTTP/1.1\r\nHost: x\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
        try (RawConnection connection = new RawConnection("127.0.0.1", SERVER.port())) {
            connection.send(request.repeat(20));
            for (int i = 0; i < 20; i++) {
                assertThat(connection.readAnswer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void batchOfTenFullEventsIsAccepted() throws IOException {
        String event = "{\"name\":\"e\",\"channel\":\"styles-batch\",\"data\":\"" + "\\u0000".repeat(10_240) + "\"}";
        String body = "{\"batch\":[" + (event + ",").repeat(9) + event + "]}";
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(600_000);
        try (TestClient client = TestClient.open(SERVER.webSocket("/app/main-key?protocol=7"))) {
            client.subscribe("styles-batch");
            assertThat(api().post("/apps/main/batch_events", body).status()).isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                assertThat(client.await("e").data()).hasSize(10_240);
            }
        }
    }

    @Test
    void olderSdksPassParametersInTheQuery() throws IOException {
        try (TestClient client = TestClient.open(SERVER.webSocket("/app/main-key?protocol=7"))) {
            client.subscribe("styles-query");
            String path = "/apps/main/events?name=e&channel=styles-query&data=x";
            assertThat(api().post(path, "").status()).isEqualTo(200);
            assertThat(client.await("e").data()).isEqualTo("x");
        }
    }
}
