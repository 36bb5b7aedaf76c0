package dev.fanfare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.broker.InMemoryBroker;
import dev.fanfare.engine.broker.NodeId;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private final InMemoryBroker.Bus bus = new InMemoryBroker.Bus();
    private final FakeNode first = node("first");
    private final FakeNode second = node("second");

    @Test
    void eventReachesTheSubscribersOfAllNodesOnce() {
        FakeClient here = first.connect().subscribe("cache-room");
        FakeClient there = second.connect().subscribe("cache-room");
        here.take();
        there.take();

        first.publish("cache-room", "e", "1");
        second.settle();

        String event = "{\"event\":\"e\",\"channel\":\"cache-room\",\"data\":\"1\"}";
        assertThat(here.take()).containsExactly(event);
        assertThat(there.take()).containsExactly(event);
        assertThat(second.connect().subscribe("cache-room").take()).contains(event);
    }

    @Test
    void excludedConnectionIsExcludedOnWhicheverNodeItIs() throws ProtocolException {
        FakeClient excluded = second.connect().subscribe("room");
        FakeClient other = second.connect().subscribe("room");
        excluded.take();
        other.take();

        first.publish("room", "e", "1", SocketId.parse(excluded.socketId()));
        second.settle();

        assertThat(excluded.take()).isEmpty();
        assertThat(other.take()).hasSize(1);
    }

    @Test
    void clientEventReachesTheOtherNode() {
        FakeClient sender = first.connect().subscribe("private-a");
        FakeClient receiver = second.connect().subscribe("private-a");
        receiver.take();

        String frame = "{\"event\":\"client-e\",\"channel\":\"private-a\",\"data\":1}";
        sender.send(frame);
        second.settle();

        assertThat(receiver.take()).containsExactly(frame);
    }

    @Test
    void terminatingReachesTheOtherNode() {
        FakeClient there = second.connect().signIn("{\"id\":\"ann\"}");

        first.node().terminate(first.app(), "ann", () -> {});
        second.settle();

        assertThat(there.connection.closeCode()).isEqualTo(CloseCode.TERMINATED);
    }

    @Test
    void closingByIdReachesTheOtherNode() throws ProtocolException {
        FakeClient there = second.connect();

        first.node()
                .terminate(first.app(), Set.of(SocketId.parse(there.socketId())), CloseCode.RIGHTS_CHANGED, () -> {});
        second.settle();

        assertThat(there.connection.closeCode()).isEqualTo(CloseCode.RIGHTS_CHANGED);
    }

    private FakeNode node(String name) {
        return new FakeNode(
                2,
                FakeNode.app(AppFeatures.DEVELOPMENT, AppLimits.DEFAULT),
                builder -> builder.id(new NodeId(name))
                        .broker(new InMemoryBroker(bus))
                        .random(new SplittableRandom(name.hashCode())));
    }
}
