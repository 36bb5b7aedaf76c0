package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.web.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tenants there are, and their members. */
@Repository
public class Tenants {
    private final JdbcClient database;

    Tenants(JdbcClient database) {
        this.database = database;
    }

    public void add(String tenantId, String name) {
        database.sql("insert into tenant (id, name) values (?, ?)")
                .params(tenantId, name)
                .update();
    }

    public void admit(String tenantId, String accountId) {
        database.sql("insert into membership (tenant_id, account_id) values (?, ?)")
                .params(tenantId, accountId)
                .update();
    }

    public void dismiss(String tenantId, String accountId) {
        database.sql("delete from membership where tenant_id = ? and account_id = ?")
                .params(tenantId, accountId)
                .update();
    }

    /** Ends all memberships of somebody. */
    void dismiss(String accountId) {
        database.sql("delete from membership where account_id = ?")
                .param(accountId)
                .update();
    }

    /** The tenants that somebody is a member of, in the order of their ids. */
    public List<String> of(String accountId) {
        return database.sql("select tenant_id from membership where account_id = ? order by tenant_id")
                .param(accountId)
                .query((row, number) -> row.getString("tenant_id"))
                .list();
    }

    /** The same, with their names. */
    public List<Tenant> named(String accountId) {
        return database.sql("select id, name from tenant join membership on tenant_id = id"
                        + " where account_id = ? order by id")
                .param(accountId)
                .query(Tenants::tenant)
                .list();
    }

    private record Belonging(String accountId, Tenant tenant) {}

    /** Those of several people, by their ids, in the order of the tenants' names; without people who have none. */
    public Map<String, List<Tenant>> ofEach(Collection<String> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select account_id, id, name from tenant join membership on tenant_id = id"
                        + " where account_id in (:ids) order by name, id")
                .param("ids", accountIds)
                .query((row, number) -> new Belonging(row.getString("account_id"), tenant(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Belonging::accountId, Collectors.mapping(Belonging::tenant, Collectors.toList())));
    }

    /** Null if there is none. */
    public @Nullable Tenant find(String tenantId) {
        return database.sql("select id, name from tenant where id = ?")
                .param(tenantId)
                .query(Tenants::tenant)
                .optional()
                .orElse(null);
    }

    static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(row.getString("id"), row.getString("name"));
    }

    public boolean isMember(String tenantId, String accountId) {
        return database.sql("select count(*) from membership where tenant_id = ? and account_id = ?")
                        .params(tenantId, accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether somebody is a member of a tenant that another, who is active, is a member of. */
    public boolean sharesTenant(String accountId, String otherId) {
        return database.sql(
                                "select count(*) from membership mine join membership theirs on theirs.tenant_id = mine.tenant_id"
                                        + " join account a on a.id = theirs.account_id and a.deactivated_at is null"
                                        + " where mine.account_id = ? and theirs.account_id = ?")
                        .params(accountId, otherId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All others who are members of the same tenants, and active. */
    public Set<String> colleaguesOf(String accountId) {
        return database.sql("select distinct theirs.account_id from membership mine"
                        + " join membership theirs on theirs.tenant_id = mine.tenant_id"
                        + " join account a on a.id = theirs.account_id and a.deactivated_at is null"
                        + " where mine.account_id = :id and theirs.account_id <> :id")
                .param("id", accountId)
                .query((row, number) -> row.getString("account_id"))
                .set();
    }

    /**
     * Others who are members of the same tenants, and active, by name.
     *
     * @param part of the name; empty for all
     */
    List<Person> find(String accountId, String part, int limit) {
        return database.sql(
                        "select id, name, avatar from account where id <> :id and deactivated_at is null and lower(name) like :pattern escape '!'"
                                + " and id in (select theirs.account_id from membership mine"
                                + " join membership theirs on theirs.tenant_id = mine.tenant_id where mine.account_id = :id)"
                                + " order by name, id limit :limit")
                .param("id", accountId)
                .param("pattern", LikePattern.containing(part))
                .param("limit", limit)
                .query(Accounts::person)
                .list();
    }
}
