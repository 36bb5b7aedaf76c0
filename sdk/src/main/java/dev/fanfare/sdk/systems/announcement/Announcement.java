package dev.fanfare.sdk.systems.announcement;

import java.time.Instant;

/** Something that everybody is told: {@code announcement}, and on {@code public-announcements} as {@code notification} again. */
public record Announcement(String id, String title, String message, Instant createdAt) {}
