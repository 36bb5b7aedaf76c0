package dev.fanfare.sdk.systems.poker;

import java.util.List;

/** All see all votes now: {@code votes-revealed}. */
public record VotesRevealed(String sessionId, String taskId, List<RevealedVote> votes) {
    /** One of them. */
    public record RevealedVote(String userId, StoryPoints storyPoints) {}
}
