package dev.fanfare.sdk.systems.poker;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A session is over: {@code session-ended}. */
public record SessionEnded(
        String sessionId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}
