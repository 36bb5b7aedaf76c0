package dev.fanfare.sdk.administration;

import org.jspecify.annotations.Nullable;

/**
 * How an app stands.
 *
 * @param id of the app
 * @param plan the name of its limits: {@code sandbox}, {@code startup}, {@code pro}, {@code none} without limits, else {@code custom}
 */
public record AppStanding(String id, String plan, Limits limits, Usage usage) {
    /** What it may have; null for any number. */
    public record Limits(
            @Nullable Integer messagesPerDay,
            @Nullable Integer connections,
            @Nullable Integer channels) {}

    /**
     * What it has.
     *
     * @param messagesToday since midnight UTC
     * @param peakConnections the most there have been at a time since the server started
     */
    public record Usage(long messagesToday, int connections, int peakConnections, int channels) {}
}
