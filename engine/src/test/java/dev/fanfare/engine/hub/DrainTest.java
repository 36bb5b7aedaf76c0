package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.CloseCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrainTest {
    private static final int CLIENTS = 60;

    private final AtomicInteger drained = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void connectionsAreClosedEvenlyOverTheTime(int loops) {
        FakeNode node = new FakeNode(loops);
        List<FakeClient> clients = clients(node);

        drain(node, Duration.ofSeconds(10));
        node.advance(Duration.ofSeconds(5));
        assertThat(closed(clients)).isBetween(CLIENTS / 2 - 3L * loops, CLIENTS / 2 + 3L * loops);
        assertThat(drained).hasValue(0);

        node.advance(Duration.ofSeconds(5));
        assertThat(closed(clients)).isEqualTo(CLIENTS);
        assertThat(drained).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void withoutTimeAllAreClosedAtOnce(int loops) {
        FakeNode node = new FakeNode(loops);
        List<FakeClient> clients = clients(node);

        drain(node, Duration.ZERO);

        assertThat(closed(clients)).isEqualTo(CLIENTS);
        assertThat(drained).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void newcomersAreRefusedFromTheFirstMoment(int loops) {
        FakeNode node = new FakeNode(loops);
        clients(node);

        drain(node, Duration.ofSeconds(10));

        assertThat(node.connect().connection.closeCode()).isEqualTo(CloseCode.OVER_CAPACITY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyEventThatWasAcceptedBeforeTheCloseIsSent(int loops) {
        FakeNode node =
                new FakeNode(loops, FakeNode.app(AppFeatures.NONE, AppLimits.DEFAULT), UnaryOperator.identity());
        List<FakeClient> clients = clients(node);
        clients.forEach(client -> client.subscribe("room").take());

        node.loops().getFirst().input(() -> node.publish("room", "e", "last"));
        drain(node, Duration.ZERO);
        node.publish("room", "e", "too late");

        assertThat(clients)
                .allSatisfy(
                        client -> assertThat(client.take()).last().asString().contains("\"data\":\"last\""));
    }

    private void drain(FakeNode node, Duration over) {
        node.node().drain(over, drained::incrementAndGet);
        node.settle();
    }

    private static List<FakeClient> clients(FakeNode node) {
        return Stream.generate(node::connect).limit(CLIENTS).toList();
    }

    private static long closed(List<FakeClient> clients) {
        return clients.stream()
                .filter(client -> client.connection.closeCode() == CloseCode.SHUTTING_DOWN)
                .count();
    }
}
