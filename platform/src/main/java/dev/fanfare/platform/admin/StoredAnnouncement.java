package dev.fanfare.platform.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that administrators tell everybody, or the members of a tenant.
 *
 * @param status how the service is; null but for that kind
 * @param startsAt null for at once
 * @param endsAt null for until somebody ends it
 * @param tenantId null if it is for everybody
 * @param createdBy the id of an account
 * @param endedAt when somebody has ended it before its time
 */
record StoredAnnouncement(
        String id,
        Kind kind,
        String message,
        ServiceStatus.@Nullable Level status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String tenantId,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** What it is about. */
    enum Kind {
        @JsonProperty("announcement")
        ANNOUNCEMENT,
        @JsonProperty("status")
        STATUS,
        @JsonProperty("maintenance")
        MAINTENANCE,
        @JsonProperty("reload")
        RELOAD
    }

    boolean isOver(Instant now) {
        return endedAt != null || endsAt != null && !endsAt.isAfter(now);
    }

    /** From when on it counts. */
    Instant since() {
        return startsAt != null && isLater(createdAt) ? startsAt : createdAt;
    }

    /** Whether its time has not come. Of maintenance people hear before. */
    boolean isLater(Instant now) {
        return kind != Kind.MAINTENANCE && startsAt != null && startsAt.isAfter(now);
    }
}
