package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user is to be told, and how.
 *
 * @param isUrgent whether it is told as {@code notification:urgent}, too
 * @param key of what is told once only, such as {@code auction:7:ending}; null for what may be told again
 * @param isGrouped whether it takes the place of one that leads to the same page and is not read
 */
public record Notice(
        NewNotification what, boolean isUrgent, @Nullable String key, boolean isGrouped) {
    /** Where a notification leads, in its metadata. */
    static final String URL = "url";

    public static Notice to(String userId, NotificationType type, String title, String message) {
        return new Notice(new NewNotification(userId, title, message, type, null), false, null, false);
    }

    /** The same, leading to a page of the application when it is clicked. */
    public Notice linkingTo(String path) {
        return with(URL, path);
    }

    /** The same with one more thing that belongs to it. */
    public Notice with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (what.metadata() != null) {
            all.putAll(what.metadata());
        }
        all.put(name, value);
        return new Notice(
                new NewNotification(
                        what.userId(), what.title(), what.message(), what.type(), Collections.unmodifiableMap(all)),
                isUrgent,
                key,
                isGrouped);
    }

    public Notice urgent() {
        return new Notice(what, true, key, isGrouped);
    }

    /** The same, which is told no second time to a user who has had one with this key. */
    public Notice once(String keyOfIt) {
        return new Notice(what, isUrgent, keyOfIt, isGrouped);
    }

    /** The same, for what would come again and again: an unread one that leads to the same page tells it instead. */
    public Notice grouped() {
        return new Notice(what, isUrgent, key, true);
    }

    String userId() {
        return what.userId();
    }
}
