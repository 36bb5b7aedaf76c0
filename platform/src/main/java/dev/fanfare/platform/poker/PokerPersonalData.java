package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions somebody has been in, and how they voted. */
@Repository
class PokerPersonalData implements PersonalData {
    private final JdbcClient database;
    private final PokerTable sessions;
    private final Games games;

    PokerPersonalData(JdbcClient database, PokerTable sessions, Games games) {
        this.database = database;
        this.sessions = sessions;
        this.games = games;
    }

    record Export(List<Membership> sessions, List<OwnVote> votes) {}

    record Membership(String sessionId, String title, String role, Instant joinedAt) {}

    record OwnVote(String sessionId, String task, int round, StoryPoints storyPoints, Instant votedAt) {}

    @Override
    public String section() {
        return "poker";
    }

    @Override
    public Object export(String accountId) {
        return new Export(memberships(accountId), votes(accountId));
    }

    private List<Membership> memberships(String accountId) {
        return database.sql("select m.*, s.title from poker_member m join poker_session s on s.id = m.session_id"
                        + " where m.account_id = ? order by m.joined_at, s.id")
                .param(accountId)
                .query((row, number) -> new Membership(
                        row.getString("session_id"),
                        row.getString("title"),
                        Role.valueOf(row.getString("role")).word(),
                        Objects.requireNonNull(PokerTable.instant(row, "joined_at"))))
                .list();
    }

    private List<OwnVote> votes(String accountId) {
        return database.sql("select v.*, t.session_id, t.title from poker_vote v join poker_task t"
                        + " on t.id = v.task_id where v.account_id = ? order by v.voted_at, t.id, v.round")
                .param(accountId)
                .query((row, number) -> new OwnVote(
                        row.getString("session_id"),
                        row.getString("title"),
                        row.getInt("round"),
                        new StoryPoints(row.getString("card")),
                        Objects.requireNonNull(PokerTable.instant(row, "voted_at"))))
                .list();
    }

    /** Leaves what goes on. Revealed votes are part of what a team has settled; the account they are of tells nothing any more. */
    @Override
    public void erase(String accountId) {
        sessions.activeOf(accountId).forEach(id -> games.change(id, game -> new Company(game).leave(accountId)));
        database.sql("delete from poker_vote where account_id = ? and exists (select 1 from poker_task t"
                        + " where t.id = poker_vote.task_id and t.round = poker_vote.round and not t.revealed)")
                .param(accountId)
                .update();
    }
}
