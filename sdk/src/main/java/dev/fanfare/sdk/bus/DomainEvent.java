package dev.fanfare.sdk.bus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in the application.
 *
 * @param type one of {@link EventTypes} or a name of one's own
 * @param source the part of the application in which it happened
 * @param tenantId whose it is; null if it is nobody's
 * @param correlationId of the request that it belongs to; null for none
 */
public record DomainEvent(
        String id,
        String type,
        Instant timestamp,
        String source,
        @Nullable String tenantId,
        @Nullable String correlationId,
        @Nullable Object data) {
    /** Happens now, with an id of its own. */
    public static DomainEvent of(String type, String source, @Nullable String tenantId, @Nullable Object data) {
        return new DomainEvent(UUID.randomUUID().toString(), type, Instant.now(), source, tenantId, null, data);
    }

    /**
     * The data as what they are.
     *
     * @throws IllegalArgumentException if they are something else
     */
    public <T> T data(Class<T> expected) {
        if (!expected.isInstance(data)) {
            throw new IllegalArgumentException("Event " + type + " carries "
                    + (data == null ? "nothing" : data.getClass().getName()) + ", expected " + expected.getName());
        }
        return expected.cast(data);
    }
}
