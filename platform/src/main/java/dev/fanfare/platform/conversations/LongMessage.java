package dev.fanfare.platform.conversations;

/**
 * A message that is too long for an event: clients are told that it is there, under the names that they listen for, and ask for it.
 *
 * @param isNew false for one that was edited
 */
record LongMessage(String id, String conversationId, boolean isNew) {
    /** What clients are told. */
    record Told(String id, String conversationId, boolean truncated) {}

    Told told() {
        return new Told(id, conversationId, true);
    }
}
