package dev.fanfare.sdk.systems.announcement;

import java.time.Instant;

/** There will be no service for a while: {@code system:maintenance}. */
public record Maintenance(String message, Instant startsAt, Instant endsAt) {}
