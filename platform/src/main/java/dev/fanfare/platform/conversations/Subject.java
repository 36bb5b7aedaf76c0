package dev.fanfare.platform.conversations;

/**
 * What a conversation is about.
 *
 * @param type such as {@code auction}
 * @param id of the thing
 * @param title of the thing, for people
 */
public record Subject(String type, String id, String title) {}
