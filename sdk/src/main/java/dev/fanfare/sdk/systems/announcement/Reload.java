package dev.fanfare.sdk.systems.announcement;

/**
 * Pages are to load anew: {@code system:reload}.
 *
 * @param id of this request, so that a page does it once
 * @param withinSeconds the time over which pages are to spread themselves
 */
public record Reload(String id, String reason, int withinSeconds) {}
