package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.channel.epoll.Epoll;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void takenPortIsNamedWithItsSetting(Kind kind) {
        try (TestServer server = new TestServer(kind)) {
            int port = server.transport.address().getPort();
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> new TestServer(kind, 1, listening("127.0.0.1", port)))
                    .withMessage("Port " + port + " on 127.0.0.1 is taken")
                    .satisfies(e -> assertThat(e.setting()).isEqualTo("port"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void addressOfAnotherMachineIsNamedWithItsSetting(Kind kind) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> new TestServer(kind, 1, listening("192.0.2.1", 0)))
                .withMessageStartingWith("Cannot listen on 192.0.2.1:0: ")
                .satisfies(e -> assertThat(e.setting()).isEqualTo("host"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void unknownHostIsNamedWithItsSetting(Kind kind) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> new TestServer(kind, 1, listening("no-such-host.invalid", 0)))
                .withMessage("Host no-such-host.invalid is unknown")
                .satisfies(e -> assertThat(e.setting()).isEqualTo("host"));
    }

    @Test
    void autoIsEpollWhereItLoads() {
        try (EventLoops loops = EventLoops.start(Kind.AUTO, 3)) {
            assertThat(loops.kind()).isEqualTo(Epoll.isAvailable() ? Kind.EPOLL : Kind.NIO);
            assertThat(loops.loops()).hasSize(3);
        }
    }

    private static TransportSettings listening(String host, int port) {
        TransportSettings settings = TestServer.settings();
        return new TransportSettings(
                host,
                port,
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(75),
                settings.maxHeaderSize(),
                settings.handshakesPerAddress(),
                settings.maxMessageSize(),
                settings.outboundBudget(),
                settings.closeTimeout(),
                settings.slowConsumerTimeout(),
                TrustedProxies.NONE,
                false);
    }
}
