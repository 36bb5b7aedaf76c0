package dev.fanfare.sdk.systems.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user is told, and can read later.
 *
 * @param metadata what belongs to it, such as an order's id
 */
public record Notification(
        String id,
        String userId,
        String title,
        String message,
        NotificationType type,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> metadata,
        boolean read,
        Instant createdAt) {}
