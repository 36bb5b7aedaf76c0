package dev.fanfare.platform.tenancy;

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

    /** Whether somebody is a member of a tenant that another is a member of. */
    public boolean sharesTenant(String accountId, String otherId) {
        return database.sql(
                                "select count(*) from membership mine join membership theirs on theirs.tenant_id = mine.tenant_id"
                                        + " where mine.account_id = ? and theirs.account_id = ?")
                        .params(accountId, otherId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
