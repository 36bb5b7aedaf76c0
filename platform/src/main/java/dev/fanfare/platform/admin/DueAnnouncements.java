package dev.fanfare.platform.admin;

import dev.fanfare.platform.work.Due;
import dev.fanfare.platform.work.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of announcements whose time has come, but for those that are over by then: no platform may have run meanwhile. */
@Component
class DueAnnouncements implements Due {
    private final AnnouncementTable table;
    private final AnnouncementNews news;
    private final Ledger ledger;
    private final Clock clock;

    DueAnnouncements(AnnouncementTable table, AnnouncementNews news, Ledger ledger, Clock clock) {
        this.table = table;
        this.news = news;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public List<String> due(Instant now) {
        return table.due(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return table.nextDue();
    }

    @Override
    public void goOn(String id) {
        ledger.change(() -> {
            StoredAnnouncement announcement = table.take(id);
            if (announcement != null && !announcement.isOver(clock.instant())) {
                news.tell(announcement);
            }
            return id;
        });
    }
}
