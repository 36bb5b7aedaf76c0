package dev.fanfare.engine.hub;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.FrameWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The state of one user: the connections that are signed in as it, and those that watch it. Owned by the user's home loop.
 * Others learn that it went offline only when it has not come back for a moment, so that a reload of a page shows nothing.
 */
final class HomeUser {
    private static final Duration OFFLINE_AFTER = Duration.ofSeconds(2);

    final String id;
    private final AppShard home;
    private final Set<Subscriber> connections = new LinkedHashSet<>();
    private final Set<Subscriber> watchers = new LinkedHashSet<>();
    private boolean online;
    /** Grows with every sign-in, so that a check that is due knows whether somebody has come in between. */
    private int arrivals;

    HomeUser(AppShard home, String id) {
        this.home = home;
        this.id = id;
    }

    boolean isOnline() {
        return online;
    }

    boolean isUnused() {
        return connections.isEmpty() && watchers.isEmpty() && !online;
    }

    void signIn(Subscriber subscriber) {
        connections.add(subscriber);
        arrivals++;
        if (!online) {
            online = true;
            tellWatchers(FrameWriter.watchlistEvents(List.of(id), List.of()));
        }
    }

    void signOut(Subscriber subscriber) {
        if (connections.remove(subscriber) && connections.isEmpty()) {
            int seen = arrivals;
            home.shard.loop.schedule(() -> offlineUnlessBack(seen), OFFLINE_AFTER);
        }
    }

    private void offlineUnlessBack(int seen) {
        if (online && connections.isEmpty() && arrivals == seen) {
            online = false;
            tellWatchers(FrameWriter.watchlistEvents(List.of(), List.of(id)));
            home.dropIfUnused(this);
        }
    }

    void watch(Subscriber watcher) {
        watchers.add(watcher);
    }

    void unwatch(Subscriber watcher) {
        watchers.remove(watcher);
        home.dropIfUnused(this);
    }

    void terminate() {
        for (Subscriber subscriber : connections) {
            subscriber.app.shard.loop.execute(() -> subscriber.refuse(CloseCode.TERMINATED));
        }
    }

    private void tellWatchers(byte[] frame) {
        for (Subscriber watcher : watchers) {
            watcher.app.shard.run(() -> {
                if (!watcher.isLeaving()) {
                    watcher.send(frame);
                }
            });
        }
    }
}
