package dev.fanfare.platform.admin;

import dev.fanfare.sdk.authorization.AuthorizationAnswer;
import dev.fanfare.sdk.authorization.AuthorizationObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last decisions about who may hear what, of this instance and since its start: older ones are in its log. Safe to use from
 * several threads.
 */
@Component
class RecentDecisions implements AuthorizationObserver {
    static final int MOST = 2_000;

    private final Clock clock;
    /** The newest last; guarded by itself. */
    private final Deque<Entry> entries = new ArrayDeque<>();

    RecentDecisions(Clock clock) {
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param userId null if nobody was signed in
     * @param channel null for signing in, and for requests that name none
     */
    record Entry(
            Instant at,
            @Nullable String userId,
            @Nullable String channel,
            boolean allowed,
            String rule,
            String reason,
            int status) {}

    @Override
    public void decided(@Nullable String userId, @Nullable String channel, AuthorizationAnswer answer) {
        Entry entry = new Entry(
                clock.instant(), userId, channel, answer.isAllowed(), answer.rule(), answer.reason(), answer.status());
        synchronized (entries) {
            entries.addLast(entry);
            if (entries.size() > MOST) {
                entries.removeFirst();
            }
        }
    }

    /**
     * The newest first.
     *
     * @param userId null for all
     * @param channel null for all
     */
    List<Entry> find(@Nullable String userId, @Nullable String channel, int limit) {
        synchronized (entries) {
            Iterable<Entry> newestFirst = entries::descendingIterator;
            return StreamSupport.stream(newestFirst.spliterator(), false)
                    .filter(entry -> userId == null || userId.equals(entry.userId()))
                    .filter(entry -> channel == null || channel.equals(entry.channel()))
                    .limit(limit)
                    .toList();
        }
    }

    void forget(String userId) {
        synchronized (entries) {
            entries.removeIf(entry -> userId.equals(entry.userId()));
        }
    }
}
