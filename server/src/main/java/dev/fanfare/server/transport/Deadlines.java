package dev.fanfare.server.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything on one loop that may not last for ever, looked through a few times a second while there is anything. */
final class Deadlines {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final NettyLoop loop;
    private List<Watched> watched = new ArrayList<>();
    private boolean scheduled;
    private long now;

    Deadlines(NettyLoop loop) {
        this.loop = loop;
        now = loop.nanoTime();
    }

    /** A time up to {@link #INTERVAL} ago while anything is watched; reading the clock for each request costs something. */
    long now() {
        return now;
    }

    /** Something with a deadline of its own. Called on the loop. */
    interface Watched {
        /**
         * Acts if it is late.
         *
         * @return whether it has to be watched on
         */
        boolean check(long now);
    }

    void watch(Watched added) {
        watched.add(added);
        scheduleNext();
    }

    private void scheduleNext() {
        if (!scheduled && !watched.isEmpty()) {
            scheduled = true;
            now = loop.nanoTime();
            loop.schedule(this::checkAll, INTERVAL);
        }
    }

    private void checkAll() {
        scheduled = false;
        now = loop.nanoTime();
        // What a check leads to may be watched itself.
        List<Watched> checked = watched;
        watched = new ArrayList<>();
        for (Watched each : checked) {
            if (each.check(now)) {
                watched.add(each);
            }
        }
        scheduleNext();
    }
}
