package dev.fanfare.sdk.systems.poker;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a vote.
 *
 * @param storyPoints null if they are not to know
 * @param masked whether that is so; there is no such field if it is not
 */
public record Vote(
        String sessionId,
        String taskId,
        String userId,
        @Nullable StoryPoints storyPoints,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean masked) {
    static Vote shown(VoteCast vote) {
        return new Vote(vote.sessionId(), vote.taskId(), vote.userId(), vote.storyPoints(), false);
    }

    static Vote hidden(VoteCast vote) {
        return new Vote(vote.sessionId(), vote.taskId(), vote.userId(), null, true);
    }
}
