package dev.fanfare.platform.inbox;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be different about a contact; null for what is not.
 *
 * @param snoozedUntil alone snoozes it
 * @param assigneeId an account's id, or a JSON null for nobody
 */
record ContactChange(
        @Size(max = 200) @Nullable String name,

        @Pattern(regexp = "open|snoozed|closed") @Nullable String status,
        @Nullable Instant snoozedUntil,
        @Nullable JsonNode assigneeId) {}
