package dev.fanfare.platform.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much a user has not read yet: totals, never differences. Null for what has not changed.
 *
 * @param conversations messages
 * @param unseen notifications that no device has shown yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnreadCounts(
        @Nullable Integer conversations,
        @Nullable Integer notifications,
        @Nullable Integer unseen) {
    public static UnreadCounts ofConversations(int messages) {
        return new UnreadCounts(messages, null, null);
    }

    public static UnreadCounts ofNotifications(int unread, int unseen) {
        return new UnreadCounts(null, unread, unseen);
    }
}
