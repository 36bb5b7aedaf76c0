package dev.fanfare.platform.status;

import dev.fanfare.platform.identity.PersonalData;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How somebody was, and when they were seen last. */
@Component
class StatusData implements PersonalData {
    private final StandingTable table;
    private final Statuses statuses;
    private final Clock clock;

    StatusData(StandingTable table, Statuses statuses, Clock clock) {
        this.table = table;
        this.statuses = statuses;
        this.clock = clock;
    }

    private record Exported(
            boolean here, String chosen, @Nullable Instant lastSeen) {}

    @Override
    public String section() {
        return "status";
    }

    @Override
    public Object export(String accountId) {
        Standing standing = table.find(accountId);
        return new Exported(standing.here(), standing.chosen().wireName(), standing.lastSeen());
    }

    /** Who watches them sees that they have gone. */
    @Override
    public void erase(String accountId) {
        statuses.gone(accountId, clock.instant());
        table.delete(accountId);
    }
}
