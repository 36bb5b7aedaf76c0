package dev.fanfare.platform.notifications;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.registry.EventPublisher;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a user does with their notifications. All their devices are told; what changes nothing is told to nobody. */
@Service
class Inbox {
    private final NotificationTable table;
    private final EventLog log;
    private final EventPublisher publisher;

    Inbox(NotificationTable table, EventLog log, EventPublisher publisher) {
        this.table = table;
        this.log = log;
        this.publisher = publisher;
    }

    /** What can be done with one. */
    enum Mark {
        READ,
        UNREAD,
        ARCHIVED,
        UNARCHIVED;

        private StoredNotification on(StoredNotification old) {
            boolean isRead = this == READ || old.read() && this != UNREAD;
            boolean isArchived = this == ARCHIVED || old.archived() && this != UNARCHIVED;
            return new StoredNotification(
                    old.id(),
                    old.userId(),
                    old.title(),
                    old.message(),
                    old.type(),
                    old.metadata(),
                    isRead,
                    old.seen() || this == READ || this == ARCHIVED,
                    isArchived,
                    old.urgent(),
                    old.createdAt());
        }
    }

    /** @throws Problem 404 if the user has no such notification */
    @Transactional
    public StoredNotification mark(String userId, String id, Mark mark) {
        log.holdUser(userId);
        StoredNotification before = table.find(userId, id);
        if (before == null) {
            throw Problem.notFound();
        }
        StoredNotification after = mark.on(before);
        if (!after.equals(before)) {
            table.update(after);
            Counts counts = table.counts(userId);
            Object change = mark == Mark.READ
                    ? new NotificationsRead(userId, List.of(id), false, counts)
                    : new NotificationUpdated(after);
            publisher.publishAll(List.of(change, counts.toldTo(userId)));
        }
        return after;
    }

    /** Marks all of them. */
    @Transactional
    public Counts readAll(String userId) {
        log.holdUser(userId);
        int changed = table.readAll(userId);
        Counts counts = table.counts(userId);
        if (changed > 0) {
            publisher.publishAll(
                    List.of(new NotificationsRead(userId, List.of(), true, counts), counts.toldTo(userId)));
        }
        return counts;
    }

    /** They have been shown, though perhaps not read. */
    @Transactional
    public Counts seeAll(String userId) {
        log.holdUser(userId);
        int changed = table.seeAll(userId);
        Counts counts = table.counts(userId);
        if (changed > 0) {
            publisher.publish(counts.toldTo(userId));
        }
        return counts;
    }
}
