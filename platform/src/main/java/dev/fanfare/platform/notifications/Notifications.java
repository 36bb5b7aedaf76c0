package dev.fanfare.platform.notifications;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationCreated;
import dev.fanfare.sdk.systems.user.NotificationStore;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells users something, now and when they come back. All in the caller's transaction: nobody hears of what is rolled back. Waits
 * for others that tell the same user something.
 */
@Service
public class Notifications implements NotificationStore {
    /** As many as fit into one event, for certain. */
    private static final int MOST_IDS = 200;

    private static final Set<String> TELLING =
            Set.of("notification", "new-notification", "notification:urgent", "notification:updated");

    private final NotificationTable table;
    private final PreferenceTable preferences;
    private final EventLog log;
    private final EventPublisher publisher;
    private final Clock clock;

    Notifications(
            NotificationTable table, PreferenceTable preferences, EventLog log, EventPublisher publisher, Clock clock) {
        this.table = table;
        this.preferences = preferences;
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Tells one user.
     *
     * @return null if the user does not want it, or has had one with the same key
     */
    @Transactional
    public @Nullable Notification notify(Notice notice) {
        NewNotification what = notice.what();
        log.holdUser(what.userId());
        boolean isWanted = preferences.of(what.userId()).choice(what.type()).inApp();
        if (!isWanted || table.hasHad(what.userId(), notice.key())) {
            return null;
        }
        StoredNotification unread = notice.isGrouped() ? table.unreadLike(what) : null;
        if (unread != null) {
            return retold(unread, what);
        }
        Notification notification = new Notification(
                Ids.next(), what.userId(), what.title(), what.message(), what.type(), what.metadata(), false, now());
        table.insert(notification, notice.isUrgent(), notice.key());
        publisher.publishAll(List.of(
                new NotificationCreated(notification, notice.isUrgent()),
                table.counts(what.userId()).toldTo(what.userId())));
        return notification;
    }

    /** Counts no further one, so that only a user who had seen the old one hears of other counts. */
    private Notification retold(StoredNotification unread, NewNotification what) {
        StoredNotification retold = unread.retold(what, now());
        table.retell(retold);
        List<Object> told = new ArrayList<>(List.of(new NotificationUpdated(retold)));
        if (unread.seen()) {
            told.add(table.counts(what.userId()).toldTo(what.userId()));
        }
        publisher.publishAll(told);
        return retold.asTold();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Tells several users, always in the same order, so that nobody waits for somebody who waits for them. */
    @Transactional
    public List<Notification> notifyAll(Collection<Notice> notices) {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::userId))
                .map(this::notify)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Marks what leads to a page as read, since the user has been there. Does nothing if there is nothing. */
    @Transactional
    public void readLeadingTo(String userId, String page) {
        log.holdUser(userId);
        List<String> ids = table.unreadLeadingTo(userId, page);
        if (!ids.isEmpty()) {
            table.readLeadingTo(userId, page);
            Counts counts = table.counts(userId);
            List<Object> told = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += MOST_IDS) {
                List<String> some = ids.subList(from, Math.min(from + MOST_IDS, ids.size()));
                told.add(new NotificationsRead(userId, some, false, counts));
            }
            told.add(counts.toldTo(userId));
            publisher.publishAll(told);
        }
    }

    /**
     * Changes what notifications of certain things say, also in the log of events. Their user's devices are told. Does nothing where
     * there are none.
     *
     * @param page that they lead to
     * @param name in their metadata
     * @param values of which one stands under that name
     * @param title null for as it was
     */
    @Transactional
    public void rewrite(
            String userId,
            String page,
            String name,
            Collection<String> values,
            @Nullable String title,
            String message) {
        log.holdUser(userId);
        Set<Object> meant = Set.copyOf(values);
        List<StoredNotification> changed = new ArrayList<>();
        for (StoredNotification old : table.leadingTo(userId, page)) {
            Map<String, Object> metadata = old.metadata();
            StoredNotification now = old.saying(title == null ? old.title() : title, message);
            if (metadata != null && meant.contains(metadata.getOrDefault(name, "")) && !now.equals(old)) {
                table.reword(now);
                changed.add(now);
            }
        }
        String part = values.size() == 1 ? values.iterator().next() : "";
        rewriteLog(userId, part, event -> {
            boolean isMeant = meant.contains(event.path("metadata").path(name).asString(""));
            return isMeant ? reworded(event, title, message) : event;
        });
        tellChanged(changed);
    }

    /** Lets notifications that lead to a page lead to another, also in the log of events. Their user's devices are told. */
    @Transactional
    public void redirect(String userId, String from, String to) {
        log.holdUser(userId);
        List<StoredNotification> changed = table.leadingTo(userId, from).stream()
                .map(old -> old.leadingTo(to))
                .toList();
        changed.forEach(table::redirect);
        rewriteLog(userId, from, event -> {
            if (event.path("metadata") instanceof ObjectNode metadata
                    && metadata.path(Notice.URL).asString("").equals(from)) {
                metadata.put(Notice.URL, to);
            }
            return event;
        });
        tellChanged(changed);
    }

    private void rewriteLog(String userId, String part, UnaryOperator<ObjectNode> change) {
        log.rewrite(UserChannels.PATTERN.replace("{userId}", userId), TELLING, part, change);
    }

    private void tellChanged(List<StoredNotification> changed) {
        if (!changed.isEmpty()) {
            publisher.publishAll(changed.stream().map(NotificationUpdated::new).toList());
        }
    }

    private static ObjectNode reworded(ObjectNode event, @Nullable String title, String message) {
        event.put("message", message);
        return title == null ? event : event.put("title", title);
    }

    /**
     * Keeps one that somebody else tells the user of; they have asked nobody whether it is wanted. Also tells the user how many
     * there are now.
     */
    @Override
    @Transactional
    public Notification save(Notification notification) {
        log.holdUser(notification.userId());
        table.insert(notification, false, null);
        publisher.publish(table.counts(notification.userId()).toldTo(notification.userId()));
        return notification;
    }
}
