package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import org.jspecify.annotations.Nullable;

/**
 * Something to be estimated.
 *
 * @param finalStoryPoints null as long as nobody has settled them
 * @param round how often votes were begun for it, so far
 * @param revealed whether the votes of that round are; those of the rounds before are always
 */
record PokerTask(
        String id,
        String title,
        @Nullable String description,
        @Nullable StoryPoints finalStoryPoints,
        boolean skipped,
        int round,
        boolean revealed) {
    static PokerTask of(String id, String title, @Nullable String description) {
        return new PokerTask(id, title, description, null, false, 0, false);
    }

    /** Whether it is still to be estimated. */
    boolean isOpen() {
        return finalStoryPoints == null && !skipped;
    }

    /** Ready for votes: in a round of which nobody has seen any. */
    PokerTask voting() {
        boolean needsNew = round == 0 || revealed;
        return new PokerTask(id, title, description, null, false, needsNew ? round + 1 : round, false);
    }

    PokerTask reveal() {
        return new PokerTask(id, title, description, finalStoryPoints, skipped, round, true);
    }

    PokerTask settled(StoryPoints points) {
        return new PokerTask(id, title, description, points, false, round, revealed);
    }

    PokerTask skip() {
        return new PokerTask(id, title, description, null, true, round, revealed);
    }
}
