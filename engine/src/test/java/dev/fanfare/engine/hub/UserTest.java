package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void onlyTheUsersOwnConnectionsSubscribeToItsChannel(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient ann = node.connect().signIn("{\"id\":\"ann\"}");
        FakeClient bob = node.connect().signIn("{\"id\":\"bob\"}");
        assertThat(ann.take())
                .last()
                .isEqualTo("{\"event\":\"pusher:signin_success\",\"data\":"
                        + "\"{\\\"user_data\\\":\\\"{\\\\\\\"id\\\\\\\":\\\\\\\"ann\\\\\\\"}\\\"}\"}");
        bob.take();

        ann.subscribe("#server-to-user-ann");
        bob.subscribe("#server-to-user-ann");
        node.publish("#server-to-user-ann", "e", "1");

        assertThat(ann.take()).last().isEqualTo("{\"event\":\"e\",\"channel\":\"#server-to-user-ann\",\"data\":\"1\"}");
        assertThat(bob.take()).allMatch(frame -> frame.contains("Not signed in as the user"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void secondSignInRefreshesTheSameUserAndRefusesAnother(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect().signIn("{\"id\":\"ann\"}");
        client.take();

        client.signIn("{\"id\":\"bob\"}");
        assertThat(client.take()).hasSize(1).first().asString().contains("Signed in as user ann already");
        client.signIn("{\"id\":\"ann\"}");
        assertThat(client.take()).hasSize(1).first().asString().contains("signin_success");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void terminatingClosesAllConnectionsOfTheUserAndNoOther(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient first = node.connect().signIn("{\"id\":\"ann\"}");
        FakeClient second = node.connect().signIn("{\"id\":\"ann\"}");
        FakeClient bob = node.connect().signIn("{\"id\":\"bob\"}");

        node.node().terminate(node.app(), "ann", () -> {});
        node.settle();

        assertThat(first.connection.closeCode()).isEqualTo(CloseCode.TERMINATED);
        assertThat(first.take()).last().asString().contains("\"code\":4009");
        assertThat(second.connection.closeCode()).isEqualTo(CloseCode.TERMINATED);
        assertThat(bob.connection.closeCode()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void connectionsAreClosedByTheirIdsAndNoOthers(int loops) throws ProtocolException {
        FakeNode node = new FakeNode(loops);
        FakeClient first = node.connect().subscribe("room");
        FakeClient second = node.connect().signIn("{\"id\":\"ann\"}");
        FakeClient other = node.connect().signIn("{\"id\":\"ann\"}");
        Set<SocketId> ids =
                Set.of(SocketId.parse(first.socketId()), SocketId.parse(second.socketId()), new SocketId(1, 2));

        node.node().terminate(node.app(), ids, CloseCode.RIGHTS_CHANGED, () -> {});
        node.settle();

        assertThat(first.connection.closeCode()).isEqualTo(CloseCode.RIGHTS_CHANGED);
        assertThat(first.take()).last().asString().contains("\"code\":4200");
        assertThat(second.connection.closeCode()).isEqualTo(CloseCode.RIGHTS_CHANGED);
        assertThat(other.connection.closeCode()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void watcherLearnsWhoIsOnlineAndWhoComesAndGoes(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient bob = node.connect().signIn("{\"id\":\"bob\"}");
        FakeClient ann = node.connect().signIn("{\"id\":\"ann\",\"watchlist\":[\"bob\"]}");
        assertThat(ann.take()).last().isEqualTo(watchlist("online"));

        FakeClient bobsTablet = node.connect().signIn("{\"id\":\"bob\"}");
        bob.drop();
        bobsTablet.drop();
        assertThat(ann.take()).isEmpty();
        node.advance(Duration.ofSeconds(3));
        assertThat(ann.take()).containsExactly(watchlist("offline"));

        node.connect().signIn("{\"id\":\"bob\"}");
        assertThat(ann.take()).containsExactly(watchlist("online"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void reloadOfAPageShowsNothingToWatchers(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient bob = node.connect().signIn("{\"id\":\"bob\"}");
        FakeClient ann = node.connect().signIn("{\"id\":\"ann\",\"watchlist\":[\"bob\"]}");
        ann.take();

        bob.drop();
        node.advance(Duration.ofSeconds(1));
        node.connect().signIn("{\"id\":\"bob\"}");
        node.advance(Duration.ofSeconds(5));

        assertThat(ann.take()).isEmpty();
    }

    private static String watchlist(String name) {
        return "{\"event\":\"pusher_internal:watchlist_events\",\"data\":" + "\"{\\\"events\\\":[{\\\"name\\\":\\\""
                + name + "\\\",\\\"user_ids\\\":[\\\"bob\\\"]}]}\"}";
    }
}
