package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeLoop;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.EventFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any interleaving of loops, whatever comes in: a channel has one order, without gap and without duplicate. */
class FanOutOrderTest {
    private static final String[] CHANNELS = {"a", "b", "private-c", "cache-d"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySubscriberSeesAContiguousPartOfOneOrder(long seed) {
        for (int round = 0; round < 25; round++) {
            SplittableRandom random = new SplittableRandom(seed * 1000 + round);
            FakeNode node = new FakeNode(
                    1 + random.nextInt(3), FakeNode.app(AppFeatures.NONE, AppLimits.NONE), UnaryOperator.identity());
            List<FakeClient> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                clients.add(node.connect());
            }
            int published = act(random, node, clients);
            node.settle();
            assertThat(published).isPositive();
            Map<String, List<Integer>> order = new HashMap<>();
            FakeClient witness = clients.getLast();
            for (String channel : CHANNELS) {
                order.put(channel, numbers(witness.connection.frames(), channel).getLast());
            }
            clients.forEach(client -> check(client, order));
        }
    }

    /** The last client subscribes to everything before anything is published, and so sees the order. */
    private static int act(SplittableRandom random, FakeNode node, List<FakeClient> clients) {
        FakeClient witness = clients.getLast();
        for (String channel : CHANNELS) {
            witness.subscribe(channel);
        }
        int published = 0;
        for (int step = 0; step < 300; step++) {
            String channel = CHANNELS[random.nextInt(CHANNELS.length)];
            FakeClient client = clients.get(random.nextInt(clients.size() - 1));
            FakeLoop loop = node.loops().get(random.nextInt(node.loops().size()));
            switch (random.nextInt(8)) {
                case 0 -> client.input(client.subscription(channel, null));
                case 1 -> client.input("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
                case 2 -> client.input("{\"event\":\"pusher:ping\",\"data\":{}}");
                case 3, 4 -> publish(node, loop, channel, published++);
                case 5 -> loop.endTurn();
                default -> loop.runTask();
            }
        }
        return published;
    }

    private static void publish(FakeNode node, FakeLoop loop, String channel, int number) {
        var name = FakeNode.name(channel);
        var publication = new Publication(name, EventFrame.of("n", name, Integer.toString(number)), null);
        loop.input(() -> node.node().publish(node.app(), List.of(publication), states -> {}));
    }

    private static void check(FakeClient client, Map<String, List<Integer>> order) {
        for (String channel : CHANNELS) {
            List<Integer> all = order.get(channel);
            for (List<Integer> stay : numbers(client.connection.frames(), channel)) {
                if (!stay.isEmpty()) {
                    int from = all.indexOf(stay.getFirst());
                    assertThat(stay).isEqualTo(all.subList(from, from + stay.size()));
                }
            }
        }
    }

    /** The numbers a client got from the channel, a list for each of its subscriptions. */
    private static List<List<Integer>> numbers(List<String> frames, String channel) {
        List<List<Integer>> stays = new ArrayList<>();
        String inChannel = "\"channel\":\"" + channel + "\"";
        for (String frame : frames) {
            if (frame.contains(inChannel) && frame.contains("subscription_succeeded")) {
                stays.add(new ArrayList<>());
            } else if (frame.startsWith("{\"event\":\"n\"") && frame.contains(inChannel)) {
                String data = frame.substring(frame.lastIndexOf(':') + 2, frame.length() - 2);
                stays.getLast().add(Integer.parseInt(data));
            }
        }
        return stays;
    }
}
