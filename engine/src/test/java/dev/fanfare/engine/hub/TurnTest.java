package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeLoop;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.EventFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arrives in one turn of a loop leaves with one call per connection. */
class TurnTest {
    private final FakeNode node = new FakeNode(1);
    private final FakeLoop loop = node.loops().getFirst();

    @Test
    void eventsOfOneTurnAreWrittenTogetherInOrder() {
        FakeClient client = node.connect().subscribe("a").subscribe("b");
        client.take();
        int before = client.connection.writes();

        publishInTurn("a", "1");
        publishInTurn("a", "2");
        publishInTurn("b", "3");
        publishInTurn("a", "4");
        loop.endTurn();

        assertThat(client.connection.writes()).isEqualTo(before + 1);
        assertThat(client.take()).containsExactly(event("a", 1), event("a", 2), event("b", 3), event("a", 4));
    }

    @Test
    void answersKeepTheirPlaceBetweenEventsOfARun() {
        FakeClient client = node.connect().subscribe("a");
        client.take();

        publishInTurn("a", "1");
        client.input("{\"event\":\"pusher:ping\",\"data\":{}}");
        publishInTurn("a", "2");
        loop.endTurn();

        assertThat(client.take())
                .containsExactly(event("a", 1), "{\"event\":\"pusher:pong\",\"data\":{}}", event("a", 2));
    }

    @Test
    void subscriberThatJoinsOrLeavesDuringARunGetsItsPart() {
        FakeClient stays = node.connect().subscribe("private-a");
        FakeClient leaves = node.connect().subscribe("private-a");
        FakeClient joins = node.connect();
        List.of(stays, leaves, joins).forEach(FakeClient::take);

        publishInTurn("private-a", "1");
        joins.input(joins.subscription("private-a", null));
        publishInTurn("private-a", "2");
        leaves.input("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":\"private-a\"}}");
        publishInTurn("private-a", "3");
        loop.endTurn();

        assertThat(events(stays)).containsExactly(event("private-a", 1), event("private-a", 2), event("private-a", 3));
        assertThat(events(leaves)).containsExactly(event("private-a", 1), event("private-a", 2));
        assertThat(events(joins)).containsExactly(event("private-a", 2), event("private-a", 3));
    }

    private static List<String> events(FakeClient client) {
        return client.take().stream()
                .filter(frame -> frame.startsWith("{\"event\":\"e\""))
                .toList();
    }

    private void publishInTurn(String channel, String data) {
        ChannelName name = FakeNode.name(channel);
        Publication publication = new Publication(name, EventFrame.of("e", name, data), null);
        loop.input(() -> node.node().publish(node.app(), List.of(publication), states -> {}));
    }

    private static String event(String channel, int data) {
        return "{\"event\":\"e\",\"channel\":\"" + channel + "\",\"data\":\"" + data + "\"}";
    }
}
