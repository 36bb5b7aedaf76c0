package dev.fanfare.platform.poker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session without its tasks and members.
 *
 * @param project null if it is for none; each has one session at a time
 * @param currentTaskId that is voted on, null if there is none
 * @param endedAt null as long as it goes on
 * @param version one more with everything that anybody can see
 */
record PokerSession(
        String id,
        String tenantId,
        String title,
        @Nullable String project,
        Deck deck,
        boolean autoReveal,
        @Nullable String currentTaskId,
        @Nullable Instant timerEndsAt,
        @Nullable Instant endedAt,
        @Nullable String endedReason,
        long version,
        Instant createdAt) {
    boolean isEnded() {
        return endedAt != null;
    }

    /** With another current task, and no timer. */
    PokerSession at(@Nullable String taskId) {
        return with(taskId, null, endedAt, endedReason, version);
    }

    PokerSession withTimer(@Nullable Instant endsAt) {
        return with(currentTaskId, endsAt, endedAt, endedReason, version);
    }

    PokerSession ended(Instant at, @Nullable String reason) {
        return with(null, null, at, reason, version);
    }

    PokerSession nextVersion() {
        return with(currentTaskId, timerEndsAt, endedAt, endedReason, version + 1);
    }

    private PokerSession with(
            @Nullable String task,
            @Nullable Instant timer,
            @Nullable Instant end,
            @Nullable String reason,
            long newVersion) {
        return new PokerSession(
                id, tenantId, title, project, deck, autoReveal, task, timer, end, reason, newVersion, createdAt);
    }
}
