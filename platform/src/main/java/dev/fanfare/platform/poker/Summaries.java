package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what has come of sessions. */
@Repository
class Summaries {
    private final JdbcClient database;
    private final PokerTable sessions;
    private final GameTable gameTable;
    private final Games games;
    private final PokerViews views;
    private final Accounts accounts;

    Summaries(
            JdbcClient database,
            PokerTable sessions,
            GameTable gameTable,
            Games games,
            PokerViews views,
            Accounts accounts) {
        this.database = database;
        this.sessions = sessions;
        this.gameTable = gameTable;
        this.games = games;
        this.views = views;
        this.accounts = accounts;
    }

    /** Votes by task, round and user. */
    private record Votes(Map<String, Map<Integer, Map<String, StoryPoints>>> byTask, Set<String> voters) {
        Map<String, StoryPoints> of(PokerTask task, int round) {
            return byTask.getOrDefault(task.id(), Map.of()).getOrDefault(round, Map.of());
        }
    }

    /** @throws dev.fanfare.platform.web.Problem 404 if there is no such session for that user */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Summary of(String sessionId, String userId) {
        Game game = gameTable.load(games.admitted(sessions.find(sessionId), userId));
        Votes votes = revealed(sessionId);
        List<Summary.TaskSummary> tasks = game.tasks().stream()
                .map(task -> new Summary.TaskSummary(
                        PokerView.Task.of(task), rounds(game, task, votes), task.finalStoryPoints()))
                .toList();
        return new Summary(
                views.of(game, userId),
                tasks,
                Summary.Totals.of(game.tasks()),
                List.copyOf(accounts.people(votes.voters()).values()));
    }

    private Votes revealed(String sessionId) {
        Votes votes = new Votes(new LinkedHashMap<>(), new LinkedHashSet<>());
        database.sql("select v.* from poker_vote v join poker_task t on t.id = v.task_id"
                        + " where t.session_id = ? and (v.round < t.round or t.revealed)"
                        + " order by v.round, v.voted_at, v.account_id")
                .param(sessionId)
                .query(row -> {
                    String voter = row.getString("account_id");
                    votes.voters.add(voter);
                    votes.byTask
                            .computeIfAbsent(row.getString("task_id"), task -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getInt("round"), round -> new LinkedHashMap<>())
                            .put(voter, new StoryPoints(row.getString("card")));
                });
        return votes;
    }

    private static List<Summary.Round> rounds(Game game, PokerTask task, Votes votes) {
        List<Summary.Round> rounds = new ArrayList<>();
        int last = task.revealed() ? task.round() : task.round() - 1;
        for (int round = 1; round <= last; round++) {
            Map<String, StoryPoints> cast = votes.of(task, round);
            rounds.add(new Summary.Round(
                    Voting.listed(cast), Statistics.of(game.session().deck(), cast.values())));
        }
        return rounds;
    }
}
