package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Something that has happened.
 *
 * @param type its name on the wire
 * @param data any JSON value
 */
public record RealtimeEvent(String type, @Nullable Object data) {}
