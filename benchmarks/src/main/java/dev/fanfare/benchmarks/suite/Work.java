package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import java.util.ArrayList;
import java.util.List;

/** One line of a table: a load, and the name it has there. */
record Work(String label, LoadSpec spec) {
    private static final int CHURNERS = 4;
    private static final int[] RATES = {20_000, 50_000, 100_000};

    /** How long each run takes, and whether to leave out what is not a headline. */
    record Length(double warmupSeconds, double seconds, boolean quick) {}

    static List<Work> of(String suite, Length length) {
        return switch (suite) {
            case "fanout" -> fanOut(length);
            case "rooms" -> rooms(length);
            case "publish" -> publish(length);
            case "client-events" -> clientEvents(length);
            case "presence" -> presence(length);
            case "latency" -> latency(length);
            default ->
                throw new IllegalArgumentException("--suite has " + suite
                        + ", expected fanout, rooms, publish, client-events, presence, latency, idle or start");
        };
    }

    private static List<Work> fanOut(Length length) {
        List<Work> works = new ArrayList<>();
        for (int subscribers : length.quick ? new int[] {1000} : new int[] {100, 1000, 5000}) {
            for (int size : sizes(length)) {
                works.add(new Work(
                        "fan-out, 1 channel × " + subscribers + ", " + size + " B",
                        spec(Mode.FANOUT, new Crowd(subscribers, 1, 2), new Traffic(size, 16, 0), length)));
            }
        }
        return works;
    }

    private static List<Work> rooms(Length length) {
        List<Work> works = new ArrayList<>();
        for (int size : sizes(length)) {
            works.add(new Work(
                    "fan-out, 1,000 channels × 10, " + size + " B",
                    spec(Mode.FANOUT, new Crowd(10_000, 1000, 2), new Traffic(size, 64, 0), length)));
        }
        return works;
    }

    private static List<Work> publish(Length length) {
        List<Work> works = new ArrayList<>();
        for (int size : sizes(length)) {
            works.add(new Work(
                    "publish, nobody subscribed, " + size + " B",
                    spec(Mode.PUBLISH, new Crowd(1, 1, 2), new Traffic(size, 16, 0), length)));
        }
        return works;
    }

    private static List<Work> clientEvents(Length length) {
        Work pairs = new Work(
                "client events, 500 pairs, 100 B",
                spec(Mode.CLIENT_EVENTS, new Crowd(1000, 500, 2), new Traffic(100, 64, 0), length));
        Work rooms = new Work(
                "client events, 10 rooms of 100, 100 B",
                spec(Mode.CLIENT_EVENTS, new Crowd(1000, 10, 100), new Traffic(100, 16, 0), length));
        return length.quick ? List.of(pairs) : List.of(pairs, rooms);
    }

    private static List<Work> presence(Length length) {
        List<Work> works = new ArrayList<>();
        for (int members : length.quick ? new int[] {1000} : new int[] {100, 1000}) {
            works.add(new Work(
                    "presence, " + members + " members, 4 joining and leaving",
                    spec(Mode.PRESENCE, new Crowd(members, 1, 2), new Traffic(100, 16, 0), length)));
        }
        return works;
    }

    private static List<Work> latency(Length length) {
        List<Work> works = new ArrayList<>();
        for (int channels : new int[] {1, 100}) {
            for (int rate : RATES) {
                works.add(new Work(
                        channels + " × " + 1000 / channels + " at " + rate / 1000 + "k deliveries/s",
                        spec(Mode.FANOUT, new Crowd(1000, channels, 2), new Traffic(100, 64, rate), length)));
            }
        }
        return works;
    }

    private static int[] sizes(Length length) {
        return length.quick ? new int[] {100} : new int[] {100, 1000};
    }

    /**
     * Who is connected.
     *
     * @param members of each channel, for client events
     */
    private record Crowd(int connections, int channels, int members) {}

    /**
     * What is sent.
     *
     * @param publishers in a closed loop also the messages in flight
     * @param rate deliveries a second of an open loop, 0 for a closed one
     */
    private record Traffic(int size, int publishers, double rate) {}

    private static LoadSpec spec(Mode mode, Crowd crowd, Traffic traffic, Length length) {
        return new LoadSpec(
                mode,
                crowd.connections,
                crowd.channels,
                crowd.members,
                CHURNERS,
                traffic.size,
                traffic.publishers,
                1,
                traffic.publishers,
                0,
                traffic.rate,
                length.warmupSeconds,
                length.seconds);
    }

    boolean isLatency() {
        return spec.deliveryRate() > 0;
    }
}
