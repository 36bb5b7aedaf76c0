package dev.fanfare.platform.inbox;

import java.util.List;

/**
 * Somebody has begun or ceased to look at a contact: {@code inbox:viewers} on the channel of each of its team. Worth nothing a second
 * later, so it goes past the outbox and the log.
 */
record ViewersChanged(String contactId, List<String> team) {
    /** What clients are told. */
    record News(String contactId) {}

    News to(String userId) {
        return new News(contactId);
    }
}
