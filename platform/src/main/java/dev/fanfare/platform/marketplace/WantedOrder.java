package dev.fanfare.platform.marketplace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How much of a product somebody wants.
 *
 * @param clientId of the buyer's own; the same again orders nothing again
 */
record WantedOrder(
        @Min(1) @Max(1000) int quantity,
        @Nullable @Size(min = 1, max = 64) String clientId) {}
