package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.AddressBlock;
import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrustedProxiesTest {
    private static final TrustedProxies LOOPBACK =
            new TrustedProxies(List.of(AddressBlock.parse("127.0.0.0/8"), AddressBlock.parse("10.0.0.0/8")));

    private static TransportSettings trustingLoopback() {
        return TestServer.withTrustedProxies(LOOPBACK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "203.0.113.7; 203.0.113.7",
                "203.0.113.7, 10.0.0.1, 10.0.0.2; 203.0.113.7",
                "198.51.100.1, 203.0.113.7; 203.0.113.7",
                "198.51.100.1 | 203.0.113.7 | 10.0.0.1; 203.0.113.7",
                "forged, 203.0.113.7; 203.0.113.7",
                "203.0.113.7:4711, 10.0.0.1:80; 203.0.113.7",
                "[2001:db8::7]:4711; 2001:db8::7",
                "2001:db8::7; 2001:db8::7",
                "' 203.0.113.7\t'; 203.0.113.7",
                "203.0.113.7, unknown;",
                "203.0.113.7, example.org;",
                "203.0.113.7,;",
                "'';",
                "',,,,';",
                "[::1;",
                "10.0.0.1, 10.0.0.2;",
            })
    void clientIsTheLastAddressThatIsNoTrustedProxy(String lines, @Nullable String client) {
        List<String> values =
                Arrays.stream(lines.split("\\|")).map(String::strip).toList();
        assertThat(LOOPBACK.client(values)).isEqualTo(client == null ? null : InetAddress.ofLiteral(client));
        assertThat(LOOPBACK.client(List.of())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https, true",
        "HTTPS, true",
        "wss, true",
        "'http, https', true",
        "'https, http', false",
        "http, false",
        "'', false"
    })
    void onlyTheWordOfAProxyMakesARequestSecure(String value, boolean secure) {
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.add("X-Forwarded-Proto", value);
        Peer plain = new Peer(Peer.Kind.PLAIN, false);
        Peer proxy = new Peer(Peer.Kind.PROXY, false);
        assertThat(proxy.isSecure(headers)).isEqualTo(secure);
        assertThat(plain.isSecure(headers)).isFalse();
        assertThat(new Peer(Peer.Kind.TLS, false).isSecure(headers)).isTrue();
        WholeRequest whole = new WholeRequest("GET", "/", Peer.namesTls(value), false, null, new byte[0]);
        assertThat(proxy.isSecure(whole)).isEqualTo(secure);
        assertThat(plain.isSecure(whole)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EPOLL", "NIO"})
    void connectionsAreSecureIfATrustedProxySaysSo(Kind kind) throws Exception {
        try (TestServer trusting = new TestServer(kind, 1, trustingLoopback());
                TestServer other = new TestServer(kind, 1, TestServer.settings())) {
            for (TestServer server : List.of(trusting, other)) {
                try (RawClient client = server.connect()) {
                    client.shakeHands("/app/k", "X-Forwarded-Proto: https");
                    assertThat(server.nextReceiver().request.secure()).isEqualTo(server == trusting);
                }
            }
            try (RawClient client = trusting.connect()) {
                client.shakeHands("/app/k", "X-Forwarded-For: \u00ff\u00fe,;;", "X-Forwarded-Proto: ,,");
                assertThat(trusting.nextReceiver().request.secure()).isFalse();
            }
        }
    }

    @Test
    void clientsBehindAProxyAreCountedEachAndTheProxyIsNot() throws Exception {
        HandshakeQuota quota = new HandshakeQuota(1, InetAddress::isLoopbackAddress);
        try (TestServer server = new TestServer(Kind.AUTO, 1, trustingLoopback(), quota);
                RawClient first = server.connect();
                RawClient second = server.connect();
                RawClient third = server.connect()) {
            String unfinished = "POST /slow HTTP/1.1\r\nX-Forwarded-For: 203.0.113.7\r\nContent-Length: 2\r\n\r\n";
            first.send(unfinished);
            first.send("a");
            third.shakeHands("/app/k", "X-Forwarded-For: 203.0.113.8");
            second.send(unfinished);
            assertThat(second.readResponse()).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1\r\n");
            second.expectEnd();
            first.send("b");
            assertThat(first.readResponse()).endsWith("/slow");
            try (RawClient next = server.connect()) {
                next.shakeHands("/app/k", "X-Forwarded-For: 203.0.113.7");
            }
        }
    }

    @Test
    void loopbackThatAProxyNamesIsCounted() {
        HandshakeQuota quota = new HandshakeQuota(1, InetAddress::isLoopbackAddress);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(quota.enterBehindProxy(loopback)).isTrue();
        assertThat(quota.enterBehindProxy(loopback)).isFalse();
        quota.leave(loopback);
        assertThat(quota.enterBehindProxy(loopback)).isTrue();
    }
}
