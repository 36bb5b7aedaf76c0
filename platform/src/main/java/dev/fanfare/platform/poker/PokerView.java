package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.VotesRevealed.RevealedVote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as one user sees it: before the reveal with no other vote than theirs.
 *
 * @param votes null until they are revealed
 * @param statistics null until they are revealed
 * @param channel where to follow it
 */
record PokerView(
        String id,
        String title,
        @Nullable String project,
        String status,
        Deck deck,
        List<Task> tasks,
        @Nullable String currentTaskId,
        String phase,
        int round,
        List<Player> members,
        @Nullable List<RevealedVote> votes,
        @Nullable Statistics statistics,
        boolean autoReveal,
        @Nullable Instant timerEndsAt,
        @Nullable String endedReason,
        long version,
        Instant createdAt,
        @Nullable Instant endedAt,
        Instant serverTime,
        You you,
        String channel) {
    /** Something to be estimated. */
    record Task(
            String id,
            String title,
            @Nullable String description,
            @Nullable StoryPoints finalStoryPoints,
            boolean skipped) {
        static Task of(PokerTask task) {
            return new Task(task.id(), task.title(), task.description(), task.finalStoryPoints(), task.skipped());
        }
    }

    /** Somebody in the session. */
    record Player(String id, String name, @Nullable String avatar, String role, boolean hasVoted) {}

    /**
     * What only this user sees.
     *
     * @param role null if they have not joined
     * @param storyPoints their vote, null if they have none
     */
    record You(@Nullable String role, @Nullable StoryPoints storyPoints) {
        /** Without the vote: Spring writes what it answers to its log when asked for details. */
        @Override
        public String toString() {
            return "You[role=" + role + "]";
        }
    }
}
