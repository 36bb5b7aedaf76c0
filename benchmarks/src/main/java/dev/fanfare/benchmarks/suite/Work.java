package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import java.util.ArrayList;
import java.util.List;

/** One line of a table: a load, and the name it has there. */
record Work(String label, LoadSpec spec) {
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
                        spec(Mode.FANOUT, subscribers, 1, 2, size, 16, 0, length)));
            }
        }
        return works;
    }

    private static List<Work> rooms(Length length) {
        List<Work> works = new ArrayList<>();
        for (int size : sizes(length)) {
            works.add(new Work(
                    "fan-out, 1,000 channels × 10, " + size + " B",
                    spec(Mode.FANOUT, 10_000, 1000, 2, size, 64, 0, length)));
        }
        return works;
    }

    private static List<Work> publish(Length length) {
        List<Work> works = new ArrayList<>();
        for (int size : sizes(length)) {
            works.add(new Work(
                    "publish, nobody subscribed, " + size + " B", spec(Mode.PUBLISH, 1, 1, 2, size, 16, 0, length)));
        }
        return works;
    }

    private static List<Work> clientEvents(Length length) {
        Work pairs =
                new Work("client events, 500 pairs, 100 B", spec(Mode.CLIENT_EVENTS, 1000, 500, 2, 100, 64, 0, length));
        Work rooms = new Work(
                "client events, 10 rooms of 100, 100 B", spec(Mode.CLIENT_EVENTS, 1000, 10, 100, 100, 16, 0, length));
        return length.quick ? List.of(pairs) : List.of(pairs, rooms);
    }

    private static List<Work> presence(Length length) {
        List<Work> works = new ArrayList<>();
        for (int members : length.quick ? new int[] {1000} : new int[] {100, 1000}) {
            works.add(new Work(
                    "presence, " + members + " members, 4 joining and leaving",
                    spec(Mode.PRESENCE, members, 1, 2, 100, 16, 0, length)));
        }
        return works;
    }

    private static List<Work> latency(Length length) {
        List<Work> works = new ArrayList<>();
        for (int channels : new int[] {1, 100}) {
            for (int rate : RATES) {
                works.add(new Work(
                        channels + " × " + 1000 / channels + " at " + rate / 1000 + "k deliveries/s",
                        spec(Mode.FANOUT, 1000, channels, 2, 100, 64, rate, length)));
            }
        }
        return works;
    }

    private static int[] sizes(Length length) {
        return length.quick ? new int[] {100} : new int[] {100, 1000};
    }

    /** @param publishers in a closed loop as many messages are in flight; one for each publisher */
    private static LoadSpec spec(
            Mode mode,
            int connections,
            int channels,
            int members,
            int size,
            int publishers,
            double rate,
            Length length) {
        return new LoadSpec(
                mode,
                connections,
                channels,
                members,
                4,
                size,
                publishers,
                1,
                publishers,
                0,
                rate,
                length.warmupSeconds,
                length.seconds);
    }

    boolean isLatency() {
        return spec.deliveryRate() > 0;
    }
}
