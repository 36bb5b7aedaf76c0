package dev.fanfare.sdk.pusher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Some {@link Lane}s, of which each channel has one: events of a channel keep their order, those of others do not wait for them. */
final class Lanes {
    private static final int COUNT = 4;

    private final List<Lane> lanes;

    Lanes(HttpApi http) {
        lanes = IntStream.range(0, COUNT).mapToObj(i -> new Lane(http)).toList();
    }

    CompletableFuture<Void> add(String channel, String item) {
        Lane lane = lanes.get(Math.floorMod(channel.hashCode(), COUNT));
        return lane.add(List.of(item)).getFirst();
    }
}
