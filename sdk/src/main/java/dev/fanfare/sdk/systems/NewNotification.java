package dev.fanfare.sdk.systems;

import dev.fanfare.sdk.systems.user.NotificationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user is to be told.
 *
 * @param metadata what belongs to it, such as an order's id; null for nothing
 */
public record NewNotification(
        String userId,
        String title,
        String message,
        NotificationType type,
        @Nullable Map<String, Object> metadata) {}
