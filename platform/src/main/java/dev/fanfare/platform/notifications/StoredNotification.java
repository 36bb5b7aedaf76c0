package dev.fanfare.platform.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its user finds it later.
 *
 * @param seen whether it has been in a list that was shown, if not read
 * @param archived whether it is out of the way
 */
record StoredNotification(
        String id,
        String userId,
        String title,
        String message,
        NotificationType type,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> metadata,
        boolean read,
        boolean seen,
        boolean archived,
        boolean urgent,
        Instant createdAt) {
    /** The same in other words. */
    StoredNotification saying(String newTitle, String newMessage) {
        return new StoredNotification(
                id, userId, newTitle, newMessage, type, metadata, read, seen, archived, urgent, createdAt);
    }

    /** The same, leading to another page. */
    StoredNotification leadingTo(String page) {
        Map<String, Object> other = new LinkedHashMap<>(metadata == null ? Map.of() : metadata);
        other.put(Notice.URL, page);
        return new StoredNotification(id, userId, title, message, type, other, read, seen, archived, urgent, createdAt);
    }

    /** The same with newer words. */
    StoredNotification retold(NewNotification what, Instant now) {
        return new StoredNotification(
                id, userId, what.title(), what.message(), type, what.metadata(), read, false, archived, urgent, now);
    }

    /** As its user was told of it. */
    Notification asTold() {
        return new Notification(id, userId, title, message, type, metadata, read, createdAt);
    }
}
