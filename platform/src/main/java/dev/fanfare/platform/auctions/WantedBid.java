package dev.fanfare.platform.auctions;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to bid.
 *
 * @param amountMinor at least
 * @param maxMinor at most, if the platform is to bid on for them; null for the amount
 * @param currency null if the client does not say which it means
 * @param clientId the same for a bid that is sent again
 * @param confirmed true if somebody really means so much
 */
record WantedBid(
        long amountMinor,
        @Nullable Long maxMinor,
        @Nullable String currency,
        @Nullable @Size(min = 1, max = 64) String clientId,
        @Nullable Boolean confirmed) {
    long max() {
        return maxMinor == null ? amountMinor : maxMinor;
    }
}
