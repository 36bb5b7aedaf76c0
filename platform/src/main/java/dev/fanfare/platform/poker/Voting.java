package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.VoteCast;
import dev.fanfare.sdk.systems.poker.VoteRetracted;
import dev.fanfare.sdk.systems.poker.VotesRevealed;
import dev.fanfare.sdk.systems.poker.VotesRevealed.RevealedVote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Votes: each alone until all are revealed. */
record Voting(Game game) {
    /**
     * Votes, or changes a vote.
     *
     * @throws Problem 403 for those who only watch, 409 if it is not voted on now, 400 if there is no such card
     */
    void vote(String userId, String taskId, StoryPoints card) {
        PokerMember voter = game.player(userId);
        game.checkGoesOn();
        if (!voter.role().votes()) {
            throw Problem.forbidden("spectator", "Spectators do not vote");
        }
        PokerTask task = hidden(taskId);
        if (!game.session().deck().has(card)) {
            throw Problem.malformed("not_a_card", "The deck has no such card");
        }
        if (card.equals(game.votes().get(userId))) {
            return;
        }
        game.cast(task, userId, card);
        game.tell(new VoteCast(game.session().id(), taskId, userId, card));
    }

    /** Takes a vote back, if there is one. */
    void retract(String userId) {
        game.player(userId);
        game.checkGoesOn();
        hidden(null);
        withdraw(userId);
    }

    /** The same for somebody who has no vote any more. Revealed votes stay. */
    void withdraw(String userId) {
        PokerTask task = game.current();
        if (task != null && !task.revealed() && game.votes().containsKey(userId)) {
            game.cast(task, userId, null);
            game.tell(new VoteRetracted(game.session().id(), task.id(), userId));
        }
    }

    /** Shows all votes to all. Nothing happens if they are. */
    void reveal(String userId, @Nullable String taskId) {
        game.checkLeads(userId);
        PokerTask task = current(taskId);
        if (!task.revealed()) {
            reveal(task);
        }
    }

    private void reveal(PokerTask task) {
        game.task(task.reveal());
        game.session(game.session().withTimer(null));
        game.tell(new VotesRevealed(game.session().id(), task.id(), listed(game.votes())));
    }

    /** Votes by their users as everybody sees them in the end. */
    static List<RevealedVote> listed(Map<String, StoryPoints> votes) {
        return votes.entrySet().stream()
                .map(vote -> new RevealedVote(vote.getKey(), vote.getValue()))
                .toList();
    }

    /** Begins another round of votes on the same task. */
    void revote(String userId, @Nullable String taskId) {
        game.checkLeads(userId);
        game.goTo(revealed(taskId));
        game.changed();
    }

    /** Reveals the votes if that is wanted and everybody who is here, and does not only watch, has voted. */
    void revealIfComplete() {
        PokerTask task = game.current();
        if (task == null || task.revealed() || !game.session().autoReveal()) {
            return;
        }
        List<PokerMember> awaited = game.members().stream()
                .filter(member -> member.role().votes())
                .filter(member -> !member.isGone(game.settings().absenceGrace(), game.now()))
                .toList();
        boolean isComplete = !awaited.isEmpty()
                && awaited.stream().allMatch(member -> game.votes().containsKey(member.userId()));
        if (isComplete) {
            reveal(task);
        }
    }

    /** Reveals those that there are, if that is wanted. */
    void revealWhatThereIs() {
        PokerTask task = game.current();
        boolean isWanted = game.session().autoReveal() && !game.votes().isEmpty();
        if (task != null && !task.revealed() && isWanted) {
            reveal(task);
        }
    }

    /**
     * The current task.
     *
     * @param expectedId which it has to be, null if any will do
     * @throws Problem 409 if it is another, or there is none
     */
    PokerTask current(@Nullable String expectedId) {
        PokerTask task = game.current();
        if (task == null || expectedId != null && !expectedId.equals(task.id())) {
            throw Problem.conflict("not_current_task", "That is not what is voted on now", Map.of());
        }
        return task;
    }

    /** The same if its votes are not revealed; 409 if they are. */
    private PokerTask hidden(@Nullable String expectedId) {
        PokerTask task = current(expectedId);
        if (task.revealed()) {
            throw Problem.conflict("already_revealed", "The votes are revealed", Map.of());
        }
        return task;
    }

    /** The same if its votes are revealed; 409 if they are not. */
    PokerTask revealed(@Nullable String expectedId) {
        PokerTask task = current(expectedId);
        if (!task.revealed()) {
            throw Problem.conflict("not_revealed", "The votes are not revealed yet", Map.of());
        }
        return task;
    }
}
