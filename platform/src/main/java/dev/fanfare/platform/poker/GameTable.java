package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where what belongs to a session is kept: its tasks, members and votes. */
@Repository
class GameTable {
    private final JdbcClient database;
    private final PokerTable sessions;
    private final PokerSettings settings;
    private final Clock clock;

    GameTable(JdbcClient database, PokerTable sessions, PokerSettings settings, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The time as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Game load(PokerSession session) {
        return new Game(session, tasks(session.id()), members(session.id()), this::votes, settings, now());
    }

    /** One that has nothing yet. */
    Game begin(PokerSession session) {
        return new Game(session, List.of(), List.of(), this::votes, settings, now());
    }

    private List<PokerTask> tasks(String sessionId) {
        return database.sql("select * from poker_task where session_id = ? order by position")
                .param(sessionId)
                .query(GameTable::task)
                .list();
    }

    private List<PokerMember> members(String sessionId) {
        return database.sql("select * from poker_member where session_id = ? order by joined_at, account_id")
                .param(sessionId)
                .query(GameTable::member)
                .list();
    }

    private Map<String, StoryPoints> votes(PokerTask task) {
        Map<String, StoryPoints> votes = new LinkedHashMap<>();
        database.sql("select * from poker_vote where task_id = ? and round = ? order by voted_at, account_id")
                .params(task.id(), task.round())
                .query(row -> {
                    votes.put(row.getString("account_id"), new StoryPoints(row.getString("card")));
                });
        return votes;
    }

    /** Keeps what has changed, under the next version if anybody can see it. Whoever calls has locked the session. */
    void save(Game game) {
        if (game.isDifferent()) {
            game.session(game.session().nextVersion());
        }
        String id = game.session().id();
        saveTasks(id, game.storedTasks(), game.tasks());
        saveMembers(id, game.storedMembers(), game.members());
        game.castVotes().forEach(vote -> save(vote, game.now()));
        sessions.save(game.session(), new Course(game).due());
    }

    private void saveTasks(String sessionId, Map<String, PokerTask> stored, List<PokerTask> tasks) {
        for (int i = 0; i < tasks.size(); i++) {
            PokerTask task = tasks.get(i);
            PokerTask before = stored.get(task.id());
            if (before == null) {
                with(
                                database.sql("insert into poker_task (id, session_id, position, title, description,"
                                        + " final_card, skipped, round, revealed) values (:id, :session, :position,"
                                        + " :title, :description, :points, :skipped, :round, :revealed)"),
                                task)
                        .param("session", sessionId)
                        .param("position", i)
                        .param("title", task.title())
                        .param("description", task.description())
                        .update();
            } else if (!before.equals(task)) {
                with(
                                database.sql("update poker_task set final_card = :points, skipped = :skipped,"
                                        + " round = :round, revealed = :revealed where id = :id"),
                                task)
                        .update();
            }
        }
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, PokerTask task) {
        StoryPoints points = task.finalStoryPoints();
        return statement
                .param("id", task.id())
                .param("points", points == null ? null : points.card())
                .param("skipped", task.skipped())
                .param("round", task.round())
                .param("revealed", task.revealed());
    }

    private void saveMembers(String sessionId, Map<String, PokerMember> stored, List<PokerMember> members) {
        Map<String, PokerMember> gone = new HashMap<>(stored);
        for (PokerMember member : members) {
            PokerMember before = gone.remove(member.userId());
            if (before == null) {
                with(
                                database.sql("insert into poker_member (session_id, account_id, role, joined_at,"
                                        + " is_connected, gone_since) values (:session, :user, :role, :joined,"
                                        + " :connected, :gone)"),
                                sessionId,
                                member)
                        .param("joined", PokerTable.at(member.joinedAt()))
                        .update();
            } else if (!before.equals(member)) {
                with(
                                database.sql("update poker_member set role = :role, is_connected = :connected,"
                                        + " gone_since = :gone where session_id = :session and account_id = :user"),
                                sessionId,
                                member)
                        .update();
            }
        }
        gone.keySet()
                .forEach(userId -> database.sql("delete from poker_member where session_id = ? and account_id = ?")
                        .params(sessionId, userId)
                        .update());
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, String sessionId, PokerMember member) {
        return statement
                .param("session", sessionId)
                .param("user", member.userId())
                .param("role", member.role().name())
                .param("connected", member.isConnected())
                .param("gone", PokerTable.optional(member.goneSince()));
    }

    private void save(Game.CastVote vote, Instant now) {
        database.sql("delete from poker_vote where task_id = ? and round = ? and account_id = ?")
                .params(vote.taskId(), vote.round(), vote.userId())
                .update();
        StoryPoints card = vote.card();
        if (card != null) {
            database.sql("insert into poker_vote (task_id, round, account_id, card, voted_at) values (?, ?, ?, ?, ?)")
                    .params(vote.taskId(), vote.round(), vote.userId(), card.card(), PokerTable.at(now))
                    .update();
        }
    }

    static PokerTask task(ResultSet row, int number) throws SQLException {
        return new PokerTask(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                points(row.getString("final_card")),
                row.getBoolean("skipped"),
                row.getInt("round"),
                row.getBoolean("revealed"));
    }

    private static @Nullable StoryPoints points(@Nullable String card) {
        return card == null ? null : new StoryPoints(card);
    }

    private static PokerMember member(ResultSet row, int number) throws SQLException {
        return new PokerMember(
                row.getString("account_id"),
                Role.valueOf(row.getString("role")),
                Objects.requireNonNull(PokerTable.instant(row, "joined_at")),
                row.getBoolean("is_connected"),
                PokerTable.instant(row, "gone_since"));
    }
}
