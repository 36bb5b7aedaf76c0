package dev.fanfare.platform.inbox;

/** A note is gone: {@code note:deleted} on its contact's channel. */
record NoteDeleted(String id, String contactId) {}
