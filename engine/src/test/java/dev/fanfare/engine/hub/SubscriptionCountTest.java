package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionCountTest {
    private final FakeNode node = new FakeNode(2);

    @Test
    void everyChangeIsAnnouncedWhileSubscribersAreFew() {
        FakeClient first = node.connect().subscribe("room");
        node.connect().subscribe("room").drop();

        assertThat(counts(first)).containsExactly(1, 2, 1);
    }

    @Test
    void changesAreCoalescedWhileSubscribersAreMany() {
        FakeClient first = node.connect().subscribe("room");
        for (int i = 1; i < 150; i++) {
            node.connect().subscribe("room");
        }
        assertThat(counts(first)).hasSize(101).last().isEqualTo(101);

        node.advance(Duration.ofSeconds(5));
        assertThat(counts(first)).containsExactly(150);
        node.advance(Duration.ofSeconds(20));
        assertThat(counts(first)).isEmpty();
    }

    @Test
    void presenceAndEncryptedChannelsAreNotCounted() {
        FakeClient client =
                node.connect().join("presence-a", "{\"user_id\":\"1\"}").subscribe("private-encrypted-a");

        assertThat(counts(client)).isEmpty();
    }

    private static List<Integer> counts(FakeClient client) {
        return client.take().stream()
                .filter(frame -> frame.contains("pusher_internal:subscription_count"))
                .map(frame -> Integer.parseInt(frame.replaceAll(".*subscription_count\\\\\":(\\d+).*", "$1")))
                .toList();
    }
}
