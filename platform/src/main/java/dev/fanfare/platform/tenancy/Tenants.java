package dev.fanfare.platform.tenancy;

import java.util.List;
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

    public boolean hasMember(String tenantId, String accountId) {
        return database.sql("select count(*) from membership where tenant_id = ? and account_id = ?")
                        .params(tenantId, accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The tenants of an account. */
    public List<String> of(String accountId) {
        return database.sql("select tenant_id from membership where account_id = ? order by tenant_id")
                .param(accountId)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
