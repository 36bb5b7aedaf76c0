package dev.fanfare.platform.status;

import dev.fanfare.platform.status.Standing.Chosen;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.UserStatus;
import dev.fanfare.sdk.systems.user.UserStatusChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How users are. Whoever watches one is told when it looks different from before. */
@Service
class Statuses {
    private final StandingTable table;
    private final List<StatusWatchers> watchers;
    private final EventPublisher publisher;
    private final Clock clock;

    Statuses(StandingTable table, List<StatusWatchers> watchers, EventPublisher publisher, Clock clock) {
        this.table = table;
        this.watchers = watchers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** As others see them. */
    public UserStatus of(String userId) {
        return table.find(userId).shown();
    }

    /** Whether somebody may know how a user is. */
    public boolean mayKnow(String watcherId, String userId) {
        return watcherId.equals(userId) || watchers.stream().anyMatch(each -> each.isWatching(watcherId, userId));
    }

    /** The first device of a user follows their channel. */
    @Transactional
    public void come(String userId) {
        change(userId, Standing::come);
    }

    /**
     * The last one has been gone for long enough.
     *
     * @param at when it went
     */
    @Transactional
    public void gone(String userId, Instant at) {
        change(userId, standing -> standing.gone(at));
    }

    @Transactional
    public void choose(String userId, Chosen chosen) {
        change(userId, standing -> standing.choosing(chosen, clock.instant()));
    }

    private void change(String userId, UnaryOperator<Standing> how) {
        Standing before = table.hold(userId);
        Standing after = how.apply(before);
        if (after.equals(before)) {
            return;
        }
        table.update(after);
        UserStatus shown = after.shown();
        if (!shown.equals(before.shown())) {
            publisher.publish(new UserStatusChanged(shown, watchersOf(userId)));
        }
    }

    /** In one order, so that two who are told of at once do not wait for each other. */
    private Set<String> watchersOf(String userId) {
        Set<String> all = new TreeSet<>();
        watchers.forEach(each -> all.addAll(each.watchersOf(userId)));
        all.remove(userId);
        return all;
    }
}
