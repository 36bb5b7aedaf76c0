package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.tenancy.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams that are kept, with their lines and members. Whoever changes one, or gives it a contact, locks it first. */
@Repository
class TeamTable {
    private final JdbcClient database;
    private final Queues queues;

    TeamTable(JdbcClient database, Queues queues) {
        this.database = database;
        this.queues = queues;
    }

    /** Until the transaction ends nobody else changes it; false if there is none. */
    boolean lock(String id) {
        queues.enter("team " + id);
        return database.sql("select id from team where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    boolean exists(String id) {
        return database.sql("select count(*) from team where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(String id, String tenantId, String name) {
        database.sql("insert into team (id, tenant_id, name) values (?, ?, ?)")
                .params(id, tenantId, name)
                .update();
    }

    void rename(String id, String name) {
        database.sql("update team set name = ? where id = ?").params(name, id).update();
    }

    void replaceMembers(String id, Collection<String> accountIds) {
        database.sql("delete from team_member where team_id = ?").param(id).update();
        for (String account : accountIds) {
            database.sql("insert into team_member (team_id, account_id) values (?, ?)")
                    .params(id, account)
                    .update();
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another team has one of them */
    void replaceLines(String id, List<String> lines) {
        database.sql("delete from team_line where team_id = ?").param(id).update();
        for (String line :
                lines.stream().sorted().toList()) { // so that two who want the same do not wait for each other
            database.sql("insert into team_line (address, team_id, position) values (?, ?, ?)")
                    .params(line, id, lines.indexOf(line))
                    .update();
        }
    }

    /** Those of some lines that other teams have. */
    List<String> taken(String id, Collection<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : database.sql("select address from team_line where address in (:lines) and team_id <> :id"
                                + " order by address")
                        .param("lines", lines)
                        .param("id", id)
                        .query((row, number) -> row.getString(1))
                        .list();
    }

    /** The contact of a team where something was written last; null if it has none. */
    @Nullable
    String latestContact(String id) {
        return database.sql("select id from contact where team_id = ?"
                        + " order by team_id desc, updated_at desc, id desc limit 1")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The ids of its contacts that somebody is to answer. */
    List<String> assigned(String id, String accountId) {
        return database.sql("select id from contact where team_id = ? and assignee_id = ? order by id")
                .params(id, accountId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** With all that belongs to it, contacts too. */
    void delete(String id) {
        database.sql("delete from team where id = ?").param(id).update();
    }

    /** Null if there is none. */
    @Nullable
    TeamView find(String id) {
        return views(" where t.id = :id", id).stream().findFirst().orElse(null);
    }

    /** All of them, by name. */
    List<TeamView> all() {
        return views("", "");
    }

    private record Line(String teamId, String address) {}

    private record Membership(String teamId, Person member) {}

    private List<TeamView> views(String where, String id) {
        Map<String, List<String>> lines = new HashMap<>();
        database.sql("select l.team_id, l.address from team_line l join team t on t.id = l.team_id" + where
                        + " order by l.position, l.address")
                .param("id", id)
                .query((row, number) -> new Line(row.getString(1), row.getString(2)))
                .list()
                .forEach(line -> lines.computeIfAbsent(line.teamId, team -> new ArrayList<>())
                        .add(line.address));
        Map<String, List<Person>> members = new HashMap<>();
        database.sql("select m.team_id, a.id, a.name, a.avatar from team t join " + Teams.MEMBERS
                        + " m on m.team_id = t.id join account a on a.id = m.account_id" + where
                        + " order by a.name, a.id")
                .param("id", id)
                .query((row, number) -> new Membership(row.getString("team_id"), Accounts.person(row, number)))
                .list()
                .forEach(found -> members.computeIfAbsent(found.teamId, team -> new ArrayList<>())
                        .add(found.member));
        return database.sql("select t.id, t.name, o.id as tenant_id, o.name as tenant_name from team t"
                        + " join tenant o on o.id = t.tenant_id" + where + " order by t.name, o.name, t.id")
                .param("id", id)
                .query((row, number) -> new TeamView(
                        row.getString("id"),
                        row.getString("name"),
                        new Tenant(row.getString("tenant_id"), row.getString("tenant_name")),
                        lines.getOrDefault(row.getString("id"), List.of()),
                        members.getOrDefault(row.getString("id"), List.of())))
                .list();
    }
}
