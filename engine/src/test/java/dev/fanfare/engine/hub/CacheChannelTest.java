package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheChannelTest {
    private static final String MISS = "{\"event\":\"pusher:cache_miss\",\"channel\":\"cache-a\",\"data\":\"{}\"}";

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void newcomerGetsTheLastEventRightAfterItsSubscription(int loops) {
        FakeNode node = new FakeNode(loops);
        node.publish("cache-a", "e", "old");
        node.publish("cache-a", "e", "new");

        List<String> frames = node.connect().subscribe("cache-a").take();

        assertThat(frames.get(1)).contains("subscription_succeeded");
        assertThat(frames.get(2)).isEqualTo("{\"event\":\"e\",\"channel\":\"cache-a\",\"data\":\"new\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void cachedEventExpires(int loops) {
        FakeNode node = new FakeNode(loops);
        node.publish("cache-a", "e", "old");
        assertThat(state(node).cached()).isEqualTo(new ChannelState.Cached("old", 1800));

        node.advance(Duration.ofMinutes(31));

        assertThat(state(node).cached()).isNull();
        assertThat(node.connect().subscribe("cache-a").take()).contains(MISS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void clientEventsAreNotCached(int loops) {
        FakeNode node = new FakeNode(loops);
        FakeClient sender = node.connect().subscribe("private-cache-a");
        FakeClient receiver = node.connect().subscribe("private-cache-a");
        receiver.take();

        sender.send("{\"event\":\"client-e\",\"channel\":\"private-cache-a\",\"data\":1}");

        assertThat(receiver.take())
                .containsExactly("{\"event\":\"client-e\",\"channel\":\"private-cache-a\",\"data\":1}");
        assertThat(node.connect().subscribe("private-cache-a").take()).anyMatch(f -> f.contains("pusher:cache_miss"));
    }

    private static ChannelState state(FakeNode node) {
        List<ChannelState> states = new ArrayList<>();
        node.node().channel(node.app(), FakeNode.name("cache-a"), states::add);
        node.settle();
        return states.getFirst();
    }
}
