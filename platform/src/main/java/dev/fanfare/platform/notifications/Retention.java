package dev.fanfare.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of notifications that are old and archived; the others stay until their user archives them. */
@Component
class Retention {
    static final Duration KEPT = Duration.ofDays(90);

    private final NotificationTable table;
    private final Clock clock;

    Retention(NotificationTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        table.deleteArchived(clock.instant().minus(KEPT));
    }
}
