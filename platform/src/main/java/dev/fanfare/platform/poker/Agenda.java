package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.poker.SessionEnded;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import dev.fanfare.sdk.systems.poker.TaskFinalized;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task after the other, as facilitators want it. */
record Agenda(Game game) {
    static final int MOST_TASKS = 100;
    static final int LONGEST_TIMER_SECONDS = 3600;

    /**
     * Settles what the current task takes, and goes on to the next; after the last the session is over.
     *
     * @param points a card of the deck, or any number
     */
    void finalizeTask(String userId, @Nullable String taskId, StoryPoints points) {
        game.checkLeads(userId);
        PokerTask task = new Voting(game).revealed(taskId);
        if (!game.session().deck().has(points) && !(points.json() instanceof Number)) {
            throw Problem.malformed("not_a_card", "That is neither a card nor a number");
        }
        game.task(task.settled(points));
        PokerTask next = after(task);
        game.tell(new TaskFinalized(
                game.session().id(),
                task.id(),
                points,
                next == null ? null : game.tasks().indexOf(next),
                next == null ? null : next.id()));
        if (next == null) {
            over(null);
        } else {
            game.goTo(next);
        }
    }

    /** Leaves the current task out. If it was the last, nothing is voted on until facilitators say what. */
    void skip(String userId, @Nullable String taskId) {
        game.checkLeads(userId);
        PokerTask task = new Voting(game).current(taskId);
        game.task(task.skip());
        game.goTo(after(task));
        game.changed();
    }

    /** The next that is still to be estimated; behind the last, the first of those that were passed over. */
    private @Nullable PokerTask after(PokerTask task) {
        List<PokerTask> tasks = game.tasks();
        int place = tasks.stream().map(PokerTask::id).toList().indexOf(task.id());
        for (int i = 1; i < tasks.size(); i++) {
            PokerTask next = tasks.get((place + i) % tasks.size());
            if (next.isOpen()) {
                return next;
            }
        }
        return null;
    }

    /** Votes on a task, once more if it was settled. What it is left for stays as it is. */
    void reopen(String userId, String taskId) {
        game.checkLeads(userId);
        PokerTask task = game.task(taskId);
        if (task == null) {
            throw Problem.notFound();
        }
        if (!taskId.equals(game.session().currentTaskId())) {
            game.goTo(task);
            game.changed();
        }
    }

    void add(String userId, String title, @Nullable String description) {
        game.checkLeads(userId);
        if (game.tasks().size() >= MOST_TASKS) {
            throw Problem.conflict("too_many_tasks", "A session has at most " + MOST_TASKS + " tasks", Map.of());
        }
        PokerTask task = PokerTask.of(Ids.next(), title, description);
        game.task(task);
        if (game.current() == null) {
            game.goTo(task);
        }
        game.changed();
    }

    /** @param seconds null to stop it */
    void timer(String userId, @Nullable Integer seconds) {
        game.checkLeads(userId);
        if (seconds == null) {
            game.session(game.session().withTimer(null));
        } else {
            if (seconds < 1 || seconds > LONGEST_TIMER_SECONDS) {
                throw Problem.malformed(
                        "invalid", "seconds is " + seconds + ", expected 1 to " + LONGEST_TIMER_SECONDS);
            }
            if (!game.isVoting()) {
                throw Problem.conflict("already_revealed", "Nobody votes now", Map.of());
            }
            game.session(game.session().withTimer(game.now().plusSeconds(seconds)));
        }
        game.changed();
    }

    void end(String userId, @Nullable String reason) {
        game.checkLeads(userId);
        over(reason);
    }

    private void over(@Nullable String reason) {
        game.goTo(null);
        game.session(game.session().ended(game.now(), reason));
        game.tell(new SessionEnded(game.session().id(), reason));
    }
}
