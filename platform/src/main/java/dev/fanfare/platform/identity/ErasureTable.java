package dev.fanfare.platform.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still to be erased of whom, so that nothing is forgotten if the platform stops meanwhile. */
@Repository
class ErasureTable {
    private final JdbcClient database;

    ErasureTable(JdbcClient database) {
        this.database = database;
    }

    void add(String accountId, String section) {
        database.sql("insert into erasure (account_id, section) values (?, ?) on conflict do nothing")
                .params(accountId, section)
                .update();
    }

    /** @return whether it was still to be done; nobody else does it until the transaction ends */
    boolean take(String accountId, String section) {
        return database.sql("delete from erasure where account_id = ? and section = ?")
                        .params(accountId, section)
                        .update()
                > 0;
    }

    /** Of whom something is left. */
    List<String> accounts() {
        return database.sql("select distinct account_id from erasure order by account_id")
                .query((row, number) -> row.getString("account_id"))
                .list();
    }
}
