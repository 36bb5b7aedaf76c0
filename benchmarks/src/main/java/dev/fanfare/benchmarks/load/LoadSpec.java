package dev.fanfare.benchmarks.load;

import java.util.Locale;

/**
 * What one run does. Fields that a mode has no use for are ignored by it.
 *
 * @param connections subscribers (fanout), members who stay (presence)
 * @param channels channels the subscribers are spread over (fanout), rooms (client-events)
 * @param members connections in each room (client-events)
 * @param churners connections that join and leave (presence)
 * @param size bytes of each event's data
 * @param publishers HTTP connections
 * @param depth requests in flight on each of them
 * @param inflight closed loop: messages not yet delivered to everybody, at most
 * @param rate open loop: messages a second; 0 for a closed loop
 * @param deliveryRate open loop: deliveries a second; 0 for a closed loop
 * @param warmupSeconds not counted
 * @param seconds the measured window
 */
public record LoadSpec(
        Mode mode,
        int connections,
        int channels,
        int members,
        int churners,
        int size,
        int publishers,
        int depth,
        int inflight,
        double rate,
        double deliveryRate,
        double warmupSeconds,
        double seconds) {
    /** The kinds of load. */
    public enum Mode {
        FANOUT,
        CLIENT_EVENTS,
        PUBLISH,
        PRESENCE;

        /** The name at the console. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LoadSpec {
        atLeast("conns", connections, 1);
        atLeast("channels", channels, 1);
        atLeast("members", members, 2);
        atLeast("churners", churners, 1);
        atLeast("size", size, Payload.SMALLEST);
        atLeast("publishers", publishers, 1);
        atLeast("depth", depth, 1);
        atLeast("inflight", inflight, 1);
        if (mode == Mode.FANOUT && connections % channels != 0) {
            throw new IllegalArgumentException(
                    "--conns is " + connections + ", expected a multiple of --channels " + channels);
        }
    }

    private static void atLeast(String flag, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("--" + flag + " is " + value + ", expected at least " + least);
        }
    }

    boolean isOpenLoop() {
        return rate > 0 || deliveryRate > 0;
    }

    double messagesPerSecond(int receivers) {
        return rate > 0 ? rate : deliveryRate / receivers;
    }
}
