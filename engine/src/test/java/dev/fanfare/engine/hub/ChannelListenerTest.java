package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.SocketId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelListenerTest {
    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void onlyTheFirstAndTheLastSubscriberOccupyAndVacate(int loops) {
        FakeNode node = node(loops, AppFeatures.NONE);
        FakeClient first = node.connect().subscribe("room");
        FakeClient second = node.connect().subscribe("room");
        first.drop();
        second.unsubscribe("room");

        assertThat(told).containsExactly("occupied room", "vacated room");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void membersAreToldByUser(int loops) {
        FakeNode node = node(loops, AppFeatures.DEVELOPMENT);
        FakeClient laptop = node.connect().join("presence-room", "{\"user_id\":\"ann\"}");
        FakeClient tablet = node.connect().join("presence-room", "{\"user_id\":\"ann\"}");
        laptop.drop();
        tablet.drop();

        assertThat(told)
                .containsExactly(
                        "occupied presence-room",
                        "added ann presence-room",
                        "removed ann presence-room",
                        "vacated presence-room");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void clientEventIsToldWithItsSenderAndItsDataAsSent(int loops) {
        FakeNode node = node(loops, AppFeatures.DEVELOPMENT);
        FakeClient ann = node.connect().join("presence-room", "{\"user_id\":\"ann\"}");
        told.clear();

        ann.send("{\"event\":\"client-typing\",\"channel\":\"presence-room\",\"data\":{\"a\":1}}");

        assertThat(told).containsExactly("client-typing presence-room {\"a\":1} " + ann.socketId() + " ann");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void eachSubscriptionToAnEmptyCacheChannelIsAMiss(int loops) {
        FakeNode node = node(loops, AppFeatures.NONE);
        node.connect().subscribe("cache-a");
        node.publish("cache-a", "e", "x");
        node.connect().subscribe("cache-a");

        assertThat(told).containsExactly("occupied cache-a", "miss cache-a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void countsAreToldDownToNothing(int loops) {
        FakeNode node = node(loops, AppFeatures.DEVELOPMENT);
        FakeClient client = node.connect().subscribe("room");
        client.drop();

        assertThat(told).containsExactly("occupied room", "count 1 room", "count 0 room", "vacated room");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void usersOwnChannelsAreNobodyElsesBusiness(int loops) {
        FakeNode node = node(loops, AppFeatures.DEVELOPMENT);
        node.connect()
                .signIn("{\"id\":\"ann\"}")
                .subscribe("#server-to-user-ann")
                .drop();

        assertThat(told).isEmpty();
    }

    private FakeNode node(int loops, AppFeatures features) {
        return new FakeNode(loops, FakeNode.app(features, AppLimits.DEFAULT), b -> b.listener(new Recorder()));
    }

    private final class Recorder implements ChannelListener {
        @Override
        public void occupied(App app, ChannelName channel) {
            told.add("occupied " + channel);
        }

        @Override
        public void vacated(App app, ChannelName channel) {
            told.add("vacated " + channel);
        }

        @Override
        public void memberAdded(App app, ChannelName channel, String userId) {
            told.add("added " + userId + " " + channel);
        }

        @Override
        public void memberRemoved(App app, ChannelName channel, String userId) {
            told.add("removed " + userId + " " + channel);
        }

        @Override
        public void clientEvent(
                App app, ChannelName channel, ClientFrame.ClientEvent event, SocketId sender, @Nullable String userId) {
            String data = new String(event.data(), StandardCharsets.UTF_8);
            told.add(event.event() + " " + channel + " " + data + " " + sender + " " + userId);
        }

        @Override
        public void cacheMissed(App app, ChannelName channel) {
            told.add("miss " + channel);
        }

        @Override
        public void subscriptionCountChanged(App app, ChannelName channel, int count) {
            told.add("count " + count + " " + channel);
        }
    }
}
