package dev.fanfare.platform.admin;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells of announcements whose time has come: each once, whichever instance of the platform does. */
@Component
class DueAnnouncements {
    private static final Logger LOG = LoggerFactory.getLogger(DueAnnouncements.class);

    private final AnnouncementTable table;
    private final AnnouncementNews news;
    private final TransactionOperations transactions;
    private final Clock clock;

    DueAnnouncements(AnnouncementTable table, AnnouncementNews news, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void tell() {
        for (StoredAnnouncement announcement : table.due(clock.instant())) {
            try {
                transactions.executeWithoutResult(status -> {
                    if (table.tell(announcement.id())) {
                        news.tell(announcement);
                    }
                });
            } catch (RuntimeException e) {
                LOG.warn("Announcement {} is not told yet; it is tried again", announcement.id(), e);
            }
        }
    }
}
