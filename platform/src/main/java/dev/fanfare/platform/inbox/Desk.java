package dev.fanfare.platform.inbox;

import dev.fanfare.platform.work.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What everybody needs who changes something of contacts. */
@Component
record Desk(ContactKeeper keeper, PhoneNumbers numbers, Ledger ledger, Clock clock) {
    /** As precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
