package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who answers texts together. Whoever leaves a tenant, or is deactivated, is in none of its teams. */
@Repository
public class Teams {
    /** Each team with each of its members. */
    static final String MEMBERS = "(select tm.team_id, tm.account_id from team_member tm"
            + " join team tt on tt.id = tm.team_id"
            + " join membership ms on ms.tenant_id = tt.tenant_id and ms.account_id = tm.account_id"
            + " join account ma on ma.id = tm.account_id and ma.deactivated_at is null)";

    private final JdbcClient database;

    Teams(JdbcClient database) {
        this.database = database;
    }

    /** A team, and who is in it. */
    record Team(String id, String name, List<Person> members) {}

    /** Whether there are any. */
    public boolean isEmpty() {
        return database.sql("select count(*) from team").query(Long.class).single() == 0;
    }

    /**
     * Makes a team, or what there is of it, as it is to be.
     *
     * @param memberIds ids of accounts
     * @param lines its numbers and the carrier's services that it has
     */
    @Transactional
    public void keep(String id, String tenantId, String name, List<String> memberIds, List<String> lines) {
        int known = database.sql("update team set name = ? where id = ?")
                .params(name, id)
                .update();
        if (known == 0) {
            database.sql("insert into team (id, tenant_id, name) values (?, ?, ?)")
                    .params(id, tenantId, name)
                    .update();
        }
        database.sql("delete from team_member where team_id = ?").param(id).update();
        for (String member : memberIds) {
            database.sql("insert into team_member (team_id, account_id) values (?, ?)")
                    .params(id, member)
                    .update();
        }
        database.sql("delete from team_line where team_id = ?").param(id).update();
        for (int i = 0; i < lines.size(); i++) {
            database.sql("insert into team_line (address, team_id, position) values (?, ?, ?)")
                    .params(lines.get(i), id, i)
                    .update();
        }
    }

    private record Membership(String teamId, String teamName, Person member) {}

    /** Those that somebody is in. */
    List<Team> of(String accountId) {
        Map<String, Team> teams = new LinkedHashMap<>();
        database.sql("select t.id as team_id, t.name as team_name, a.id, a.name, a.avatar from team t join " + MEMBERS
                        + " mine on mine.team_id = t.id and mine.account_id = :me join " + MEMBERS
                        + " theirs on theirs.team_id = t.id join account a on a.id = theirs.account_id"
                        + " order by t.name, t.id, a.name, a.id")
                .param("me", accountId)
                .query((row, number) -> new Membership(
                        row.getString("team_id"), row.getString("team_name"), Accounts.person(row, number)))
                .list()
                .forEach(found -> teams.computeIfAbsent(
                                found.teamId, id -> new Team(id, found.teamName, new ArrayList<>()))
                        .members()
                        .add(found.member));
        return List.copyOf(teams.values());
    }

    /** Who sees a contact. */
    List<Person> around(String contactId) {
        return database.sql("select a.id, a.name, a.avatar from contact c join " + MEMBERS
                        + " m on m.team_id = c.team_id join account a on a.id = m.account_id"
                        + " where c.id = ? and a.erased_at is null order by a.name, a.id")
                .param(contactId)
                .query(Accounts::person)
                .list();
    }

    boolean has(String teamId, String accountId) {
        return database.sql("select count(*) from " + MEMBERS + " m where m.team_id = ? and m.account_id = ?")
                        .params(teamId, accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<String> members(String teamId) {
        return database.sql("select m.account_id from " + MEMBERS + " m where m.team_id = ? order by m.account_id")
                .param(teamId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Whose number this is, or else whose service; null if nobody's. */
    @Nullable
    String withLine(String number, @Nullable String service) {
        String team = withLine(number);
        return team == null && service != null ? withLine(service) : team;
    }

    private @Nullable String withLine(String address) {
        return database.sql("select team_id from team_line where address = ?")
                .param(address)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The number that a team writes from; null if it has none. */
    @Nullable
    String number(String teamId) {
        return database.sql("select address from team_line where team_id = ? and address like '+%'"
                        + " order by position limit 1")
                .param(teamId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
