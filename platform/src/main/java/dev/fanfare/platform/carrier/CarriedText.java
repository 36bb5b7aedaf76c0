package dev.fanfare.platform.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text that the carrier has. */
public record CarriedText(
        String externalId,
        String body,
        TextStatus status,
        @Nullable String errorCode,
        Instant createdAt) {}
