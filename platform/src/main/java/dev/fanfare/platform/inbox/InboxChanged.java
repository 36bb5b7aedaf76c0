package dev.fanfare.platform.inbox;

import java.util.Map;

/**
 * A contact looks different in the lists of its team: {@code inbox:changed} on the channel of each.
 *
 * @param unread how many contacts with something to read each has, by their ids: totals, never differences
 */
record InboxChanged(String contactId, Map<String, Integer> unread) {
    /** What clients are told. */
    record News(String contactId, int unread) {}

    News to(String userId) {
        return new News(contactId, unread.getOrDefault(userId, 0));
    }
}
