package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that belongs to it, while it is looked at or changed: by one thread, which has it for itself if it changes it.
 * What is to be told of the changes is gathered here.
 */
final class Game {
    private final PokerSettings settings;
    private final Instant now;
    private final Function<PokerTask, Map<String, StoryPoints>> votesOf;
    private final Map<String, PokerTask> tasks = new LinkedHashMap<>();
    private final Map<String, PokerMember> members = new LinkedHashMap<>();
    private final Map<String, PokerTask> storedTasks;
    private final Map<String, PokerMember> storedMembers;
    private final List<CastVote> castVotes = new ArrayList<>();
    private final List<Object> news = new ArrayList<>();
    private PokerSession session;
    private Map<String, StoryPoints> votes;
    private boolean isChanged;

    /**
     * @param tasks in their order
     * @param members the longest-standing first
     * @param votesOf finds the votes of a task's round, by their users
     */
    Game(
            PokerSession session,
            List<PokerTask> tasks,
            List<PokerMember> members,
            Function<PokerTask, Map<String, StoryPoints>> votesOf,
            PokerSettings settings,
            Instant now) {
        this.session = session;
        tasks.forEach(task -> this.tasks.put(task.id(), task));
        members.forEach(member -> this.members.put(member.userId(), member));
        storedTasks = Map.copyOf(this.tasks);
        storedMembers = Map.copyOf(this.members);
        this.votesOf = votesOf;
        this.settings = settings;
        this.now = now;
        PokerTask current = current();
        votes = current == null ? Map.of() : votesOf.apply(current);
    }

    /**
     * A vote that is new, or none any more.
     *
     * @param card null if it is taken back
     */
    record CastVote(
            String taskId,
            int round,
            String userId,
            @Nullable StoryPoints card) {}

    PokerSettings settings() {
        return settings;
    }

    Instant now() {
        return now;
    }

    PokerSession session() {
        return session;
    }

    void session(PokerSession changed) {
        session = changed;
    }

    List<PokerTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /** The longest-standing first. */
    List<PokerMember> members() {
        return List.copyOf(members.values());
    }

    /** As they were before any change, by their ids. */
    Map<String, PokerTask> storedTasks() {
        return storedTasks;
    }

    /** As they were before any change, by their users. */
    Map<String, PokerMember> storedMembers() {
        return storedMembers;
    }

    /** Those of the current task in its round, by their users. */
    Map<String, StoryPoints> votes() {
        return votes;
    }

    List<CastVote> castVotes() {
        return castVotes;
    }

    @Nullable
    PokerTask task(String id) {
        return tasks.get(id);
    }

    void task(PokerTask changed) {
        tasks.put(changed.id(), changed);
    }

    @Nullable
    PokerMember member(String userId) {
        return members.get(userId);
    }

    void member(PokerMember changed) {
        members.put(changed.userId(), changed);
    }

    void removeMember(String userId) {
        members.remove(userId);
    }

    /** The task that is voted on; null if there is none. */
    @Nullable
    PokerTask current() {
        return session.currentTaskId() == null ? null : tasks.get(session.currentTaskId());
    }

    /** Whether votes may be shown to others. */
    boolean isRevealed() {
        PokerTask current = current();
        return current != null && current.revealed();
    }

    /** Whether there is a task on which votes are taken. */
    boolean isVoting() {
        PokerTask current = current();
        return current != null && !current.revealed();
    }

    /** Lets a task be voted on next, or none. */
    void goTo(@Nullable PokerTask next) {
        session = session.at(next == null ? null : next.id());
        if (next == null) {
            votes = Map.of();
            return;
        }
        PokerTask voting = next.voting();
        tasks.put(voting.id(), voting);
        votes = votesOf.apply(voting);
    }

    /** @param card null to take it back */
    void cast(PokerTask current, String userId, @Nullable StoryPoints card) {
        Map<String, StoryPoints> cast = new LinkedHashMap<>(votes);
        if (card == null) {
            cast.remove(userId);
        } else {
            cast.put(userId, card);
        }
        votes = cast;
        castVotes.add(new CastVote(current.id(), current.round(), userId, card));
    }

    /** Tells something of it. */
    void tell(Object event) {
        news.add(event);
    }

    /** Something is different of which no other event tells. */
    void changed() {
        isChanged = true;
    }

    /** Whether anybody can see a difference. */
    boolean isDifferent() {
        return isChanged || !news.isEmpty();
    }

    /** What is to be told, of the version that it has now. */
    List<Object> news() {
        List<Object> all = new ArrayList<>(news);
        if (isChanged) {
            all.add(new PokerSessionChanged(session.id(), session.version()));
        }
        return all;
    }

    /** @throws Problem 409 if it is over */
    void checkGoesOn() {
        if (session.isEnded()) {
            throw Problem.conflict("session_ended", "The session is over", Map.of());
        }
    }

    /**
     * Whoever is in the session.
     *
     * @throws Problem 403 if they are not
     */
    PokerMember player(String userId) {
        PokerMember member = members.get(userId);
        if (member == null) {
            throw Problem.forbidden("not_a_member", "Join the session first");
        }
        return member;
    }

    /** @throws Problem 403 for all but facilitators and cofacilitators, 409 if it is over */
    void checkLeads(String userId) {
        if (!player(userId).role().leads()) {
            throw Problem.forbidden("Only facilitators do that");
        }
        checkGoesOn();
    }
}
