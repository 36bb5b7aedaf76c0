package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void subscriberGetsWhatIsPublishedAfterItsSubscription(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient early = node.connect();
        FakeClient late = node.connect();
        early.subscribe("room");
        early.take();
        late.take();

        node.publish("room", "first", "1");
        late.subscribe("room");
        node.publish("room", "second", "2");

        assertThat(early.take()).containsExactly(event("first", "1"), count(2), event("second", "2"));
        assertThat(late.take())
                .containsExactly(
                        "{\"event\":\"pusher_internal:subscription_succeeded\",\"channel\":\"room\",\"data\":\"{}\"}",
                        count(2),
                        event("second", "2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void unsubscribedConnectionGetsNothingMore(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect().subscribe("room");
        client.take();

        client.unsubscribe("room");
        node.publish("room", "late", "1");

        assertThat(client.take()).isEmpty();
        assertThat(node.publish("room", "late", "1").getFirst().occupied()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void excludedConnectionAloneGetsNothing(int loops) throws ProtocolException {
        FakeNode node = new FakeNode(loops);
        FakeClient sender = node.connect().subscribe("room");
        FakeClient other = node.connect().subscribe("room");
        sender.take();
        other.take();

        node.publish("room", "to-others", "1", SocketId.parse(sender.socketId()));
        node.publish("room", "to-all", "2");

        assertThat(sender.take()).containsExactly(event("to-all", "2"));
        assertThat(other.take()).containsExactly(event("to-others", "1"), event("to-all", "2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void duplicateSubscriptionIsAnErrorAndTheFirstOneStays(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect().subscribe("room");
        client.take();

        client.subscribe("room");

        assertThat(client.take())
                .containsExactly("{\"event\":\"pusher:error\",\"data\":"
                        + "{\"code\":null,\"message\":\"Existing subscription to channel room\"}}");
        assertThat(node.publish("room", "e", "1").getFirst().subscriptions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void droppedConnectionFreesItsChannels(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect().subscribe("room").subscribe("private-other");

        client.drop();

        assertThat(node.publish("room", "e", "1").getFirst()).isEqualTo(ChannelState.VACANT);
        assertThat(node.node().usage(node.app()).connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void unsubscribeBeforeTheAnswerLeavesNothingBehind(int loops) {
        FakeNode node = new FakeNode(loops);
        for (int i = 0; i < loops; i++) {
            FakeClient client = node.connect();
            client.input(client.subscription("room", null));
            client.input("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":\"room\"}}");
            node.settle();
        }

        assertThat(node.publish("room", "e", "1").getFirst()).isEqualTo(ChannelState.VACANT);
    }

    private static String event(String name, String data) {
        return "{\"event\":\"" + name + "\",\"channel\":\"room\",\"data\":\"" + data + "\"}";
    }

    private static String count(int count) {
        return "{\"event\":\"pusher_internal:subscription_count\",\"channel\":\"room\","
                + "\"data\":\"{\\\"subscription_count\\\":" + count + "}\"}";
    }
}
