package dev.fanfare.sdk.recording;

import org.jspecify.annotations.Nullable;

/**
 * An event as one channel would have got it.
 *
 * @param data as on the wire: a text as it is, everything else as JSON
 * @param exceptSocketId the connection that would not have got it, null for none
 */
public record RecordedEvent(
        String channel, String name, String data, @Nullable String exceptSocketId) {}
