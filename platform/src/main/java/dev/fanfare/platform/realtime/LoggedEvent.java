package dev.fanfare.platform.realtime;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * An event as it was published.
 *
 * @param seq from 1, without a gap within its channel
 * @param data JSON
 */
public record LoggedEvent(
        long seq,
        String channel,
        String event,
        @JsonRawValue String data,
        Instant at) {
    /** Without the data, which may be a secret: Spring writes what it answers to its log when asked for details. */
    @Override
    public String toString() {
        return "LoggedEvent[channel=" + channel + ", seq=" + seq + ", event=" + event + "]";
    }
}
