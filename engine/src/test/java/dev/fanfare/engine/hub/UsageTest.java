package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyDeliveryCountsAndTheOneLeftOutDoesNot(int loops) {
        FakeNode node = node(loops, AppLimits.DEFAULT);
        FakeClient ann = node.connect().subscribe("private-a");
        node.connect().subscribe("private-a");
        node.connect().subscribe("private-a");

        node.publish("private-a", "e", "1");
        node.publish("private-a", "e", "2");
        node.publish("nobody", "e", "3");
        ann.send("{\"event\":\"client-e\",\"channel\":\"private-a\",\"data\":1}");

        assertThat(node.node().usage(node.app())).isEqualTo(new AppUsage(3, 1, 3 + 3 + 2, 3, 1, 3));
        assertThat(node.node().usage(node.app()).messages()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void appThatNobodyHasUsedHasUsedNothing(int loops) {
        FakeNode node = node(loops, AppLimits.DEFAULT);

        assertThat(node.node().usage(node.app())).isEqualTo(AppUsage.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void changesOfMembersAreMessages(int loops) {
        FakeNode node = node(loops, AppLimits.DEFAULT);
        node.connect().join("presence-a", "{\"user_id\":\"ann\"}");
        node.connect().join("presence-a", "{\"user_id\":\"bob\"}").drop();

        assertThat(node.node().usage(node.app()).delivered()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void channelAboveTheQuotaIsRefusedAndOneThatIsVacatedMakesRoom(int loops) {
        FakeNode node = node(loops, AppLimits.DEFAULT.with().channels(1).build());
        FakeClient client = node.connect().subscribe("a");
        client.take();

        client.subscribe("b");
        assertThat(client.take())
                .last()
                .isEqualTo(
                        "{\"event\":\"pusher:subscription_error\",\"channel\":\"b\",\"data\":{\"type\":\"LimitReached\","
                                + "\"error\":\"App is over its channel quota, at most 1 channels\",\"status\":403}}");
        assertThat(node.connect().subscribe("a").take()).last().asString().contains("subscription_succeeded");

        client.drop();
        FakeClient other = node.connect();
        assertThat(other.subscribe("b").take()).last().asString().contains("LimitReached");
        assertThat(node.node().usage(node.app()).channels()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void vacatedChannelMakesRoomForAnother(int loops) {
        FakeNode node = node(loops, AppLimits.DEFAULT.with().channels(1).build());
        FakeClient client = node.connect().subscribe("a").unsubscribe("a");
        client.take();

        assertThat(client.subscribe("b").take()).last().asString().contains("subscription_succeeded");
    }

    private static FakeNode node(int loops, AppLimits limits) {
        AppFeatures features = new AppFeatures(true, true, true, false, false, AppFeatures.NONE.authorizationTimeout());
        return new FakeNode(loops, FakeNode.app(features, limits), UnaryOperator.identity());
    }
}
