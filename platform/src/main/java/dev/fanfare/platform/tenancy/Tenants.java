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
}
