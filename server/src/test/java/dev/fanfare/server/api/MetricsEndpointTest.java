package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.LogConfig;
import dev.fanfare.server.transport.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsEndpointTest {
    private static final Peer LOCAL = new Peer(Peer.Kind.PLAIN, true);
    private static final Peer REMOTE = new Peer(Peer.Kind.PLAIN, false);
    private static final String TOKEN = "0123456789abcdef";

    private static TestApi api(String token, Peer peer) {
        return new TestApi("", LogConfig.Requests.NONE, token, peer);
    }

    private static String request(String headers) {
        return "GET /metrics HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    @Test
    void withoutATokenTheMachineItselfReadsThem() {
        try (TestApi api = api("", LOCAL)) {
            TestAnswer answer = api.send(request(""));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("page");
            assertThat(answer.headers()).containsEntry("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        }
    }

    @Test
    void withoutATokenNobodyElseDoes() {
        try (TestApi api = api("", REMOTE)) {
            api.send(request("")).isProblem(403, "`metrics.token`");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Real-IP: ::1"})
    void whatAProxyOnThisMachineForwardsIsNotLocal(String header) {
        try (TestApi api = api("", LOCAL)) {
            api.send(request(header + "\r\n")).isProblem(403, "`metrics.token`");
        }
    }

    @Test
    void withATokenAnybodyReadsThemWhoSendsIt() {
        try (TestApi api = api(TOKEN, REMOTE)) {
            assertThat(api.send(request("Authorization: Bearer " + TOKEN + "\r\n"))
                            .body())
                    .isEqualTo("page");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer wrong\r\n", "Authorization: " + TOKEN + "\r\n"})
    void withATokenNotEvenTheMachineItselfReadsThemWithoutIt(String headers) {
        try (TestApi api = api(TOKEN, LOCAL)) {
            TestAnswer answer = api.send(request(headers)).isProblem(401, "`metrics.token`");

            assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
            assertThat(answer.body()).doesNotContain(TOKEN);
        }
    }
}
