package dev.fanfare.sdk.systems.poker;

import org.jspecify.annotations.Nullable;

/**
 * A task has its points, and the session goes on to the next: {@code task-finalized}.
 *
 * @param nextTaskIndex from 0; null if there is no other
 * @param nextTaskId null if there is no other
 */
public record TaskFinalized(
        String sessionId,
        String taskId,
        StoryPoints finalStoryPoints,
        @Nullable Integer nextTaskIndex,
        @Nullable String nextTaskId) {}
