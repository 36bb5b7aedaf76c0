package dev.fanfare.platform.inbox;

/**
 * A message that is too long for an event: clients are told that it is there, under the names that they listen for, and ask for it.
 *
 * @param isNew false for one that has changed
 */
record LongText(String id, String contactId, boolean isNew) {
    /** What clients are told. */
    record Told(String id, String contactId, boolean truncated) {}

    Told told() {
        return new Told(id, contactId, true);
    }
}
