package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceChannelTest {
    private static final String CHANNEL = "presence-room";

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void membersSeeEachUserComeOnceAndGoOnce(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient ann = node.connect().join(CHANNEL, user("ann"));
        ann.take();

        FakeClient bob = node.connect().join(CHANNEL, user("bob"));
        FakeClient bobsTablet = node.connect().join(CHANNEL, user("bob"));
        assertThat(ann.take()).containsExactly(added("bob"));
        assertThat(bob.take()).last().isEqualTo(succeeded("ann", "bob"));
        assertThat(bobsTablet.take()).last().isEqualTo(succeeded("ann", "bob"));

        bob.drop();
        assertThat(ann.take()).isEmpty();
        bobsTablet.unsubscribe(CHANNEL);
        assertThat(ann.take()).containsExactly(removed("bob"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fullChannelRefusesNewUsersButNotNewConnectionsOfMembers(int loops) {
        FakeNode node = new FakeNode(
                loops,
                FakeNode.app(
                        AppFeatures.DEVELOPMENT,
                        AppLimits.DEFAULT.with().presenceMembers(2).build()),
                UnaryOperator.identity());
        node.connect().join(CHANNEL, user("ann"));
        FakeClient bob = node.connect().join(CHANNEL, user("bob"));
        bob.take();

        FakeClient third = node.connect();
        third.take();
        third.join(CHANNEL, user("carl"));
        FakeClient bobAgain = node.connect();
        bobAgain.take();
        bobAgain.join(CHANNEL, user("bob"));

        String message = "Presence channel presence-room is full, at most 2 members";
        assertThat(third.take())
                .containsExactly(
                        "{\"event\":\"pusher:error\",\"data\":{\"code\":null,\"message\":\"" + message + "\"}}",
                        "{\"event\":\"pusher:subscription_error\",\"channel\":\"presence-room\",\"data\":"
                                + "{\"type\":\"LimitReached\",\"error\":\"" + message + "\",\"status\":403}}");
        assertThat(bobAgain.take()).containsExactly(succeeded("ann", "bob"));
        assertThat(bob.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void signedInConnectionJoinsWithItsUserData(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect().signIn("{\"id\":\"ann\",\"user_info\":{\"n\":\"ann\"}}");
        client.take();

        client.subscribe(CHANNEL);

        assertThat(client.take()).containsExactly(succeeded("ann"));
        List<String> members = new ArrayList<>();
        node.node().members(node.app(), FakeNode.name(CHANNEL), members::addAll);
        node.settle();
        assertThat(members).containsExactly("ann");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void joiningWithoutDataAndWithoutSignInIsRefused(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient client = node.connect();
        client.take();

        client.subscribe(CHANNEL);

        assertThat(client.take()).hasSize(2).allMatch(frame -> frame.contains("needs channel_data"));
    }

    private static String user(String id) {
        return "{\"user_id\":\"" + id + "\",\"user_info\":{\"n\":\"" + id + "\"}}";
    }

    private static String added(String id) {
        return "{\"event\":\"pusher_internal:member_added\",\"channel\":\"presence-room\",\"data\":"
                + "\"{\\\"user_id\\\":\\\"" + id + "\\\",\\\"user_info\\\":{\\\"n\\\":\\\"" + id + "\\\"}}\"}";
    }

    private static String removed(String id) {
        return "{\"event\":\"pusher_internal:member_removed\",\"channel\":\"presence-room\",\"data\":"
                + "\"{\\\"user_id\\\":\\\"" + id + "\\\"}\"}";
    }

    private static String succeeded(String... ids) {
        List<String> list = new ArrayList<>();
        List<String> hash = new ArrayList<>();
        for (String id : ids) {
            list.add("\\\"" + id + "\\\"");
            hash.add("\\\"" + id + "\\\":{\\\"n\\\":\\\"" + id + "\\\"}");
        }
        return "{\"event\":\"pusher_internal:subscription_succeeded\",\"channel\":\"presence-room\",\"data\":"
                + "\"{\\\"presence\\\":{\\\"count\\\":" + ids.length + ",\\\"ids\\\":[" + String.join(",", list)
                + "],\\\"hash\\\":{" + String.join(",", hash) + "}}}\"}";
    }
}
