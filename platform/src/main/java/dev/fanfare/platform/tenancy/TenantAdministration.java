package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.AdministratorActed;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with tenants, also with those that they are in none of. */
@Service
class TenantAdministration {
    private static final String COUNTED = "select t.id, t.name, (select count(*) from membership m"
            + " where m.tenant_id = t.id) as members from tenant t";

    private final JdbcClient database;
    private final Tenants tenants;
    private final ApplicationEventPublisher modules;

    TenantAdministration(JdbcClient database, Tenants tenants, ApplicationEventPublisher modules) {
        this.database = database;
        this.tenants = tenants;
        this.modules = modules;
    }

    /** A tenant, and how many are in it. */
    record Counted(String id, String name, long members) {
        static Counted read(ResultSet row, int number) throws SQLException {
            return new Counted(row.getString("id"), row.getString("name"), row.getLong("members"));
        }
    }

    /** All of them, by name. */
    List<Counted> all() {
        return database.sql(COUNTED + " order by t.name, t.id")
                .query(Counted::read)
                .list();
    }

    @Transactional
    Counted create(SignedIn by, String wanted) {
        String id = Ids.next();
        String name = PlainText.required("name", wanted);
        tenants.add(id, name);
        modules.publishEvent(new AdministratorActed(by, "tenant.create", id, name));
        return new Counted(id, name, 0);
    }

    /** @throws Problem 404 if there is none */
    @Transactional
    Counted rename(SignedIn by, String id, String wanted) {
        String name = PlainText.required("name", wanted);
        String before = database.sql("select name from tenant where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(Problem::notFound);
        if (!name.equals(before)) {
            database.sql("update tenant set name = ? where id = ?")
                    .params(name, id)
                    .update();
            modules.publishEvent(new AdministratorActed(by, "tenant.rename", id, before + "; now " + name));
        }
        return database.sql(COUNTED + " where t.id = ?")
                .param(id)
                .query(Counted::read)
                .single();
    }
}
