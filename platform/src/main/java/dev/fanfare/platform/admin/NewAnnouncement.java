package dev.fanfare.platform.admin;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants to tell.
 *
 * @param status for the kind of that name, and for no other
 * @param startsAt null for at once
 * @param endsAt null for until somebody ends it
 * @param tenantId null for everybody
 */
record NewAnnouncement(
        @NotNull StoredAnnouncement.Kind kind,
        @NotBlank @Size(max = 2_000) String message,
        ServiceStatus.@Nullable Level status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable @Size(max = 40) String tenantId) {
    /** @throws Problem 400 saying what does not go together */
    void check(Instant now) {
        boolean isStatus = kind == StoredAnnouncement.Kind.STATUS;
        if (isStatus != (status != null)) {
            throw wrong(isStatus ? "status is missing" : "status is for the kind `status` only");
        }
        if (isStatus && tenantId != null) {
            throw wrong("status is of the whole service, and for no single tenant");
        }
        if (kind == StoredAnnouncement.Kind.MAINTENANCE && (startsAt == null || endsAt == null)) {
            throw wrong("maintenance needs startsAt and endsAt");
        }
        if (kind == StoredAnnouncement.Kind.RELOAD && (startsAt != null || endsAt != null)) {
            throw wrong("a reload happens at once, it has neither startsAt nor endsAt");
        }
        if (endsAt != null && !endsAt.isAfter(startsAt == null ? now : startsAt)) {
            throw wrong("endsAt is not after the start");
        }
        if (endsAt != null && !endsAt.isAfter(now)) {
            throw wrong("endsAt is over");
        }
    }

    private static Problem wrong(String what) {
        return Problem.malformed("invalid", what);
    }
}
