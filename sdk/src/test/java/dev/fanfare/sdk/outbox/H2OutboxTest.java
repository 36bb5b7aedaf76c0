package dev.fanfare.sdk.outbox;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2OutboxTest extends OutboxContract {
    private final JdbcDataSource database = new JdbcDataSource();

    H2OutboxTest() {
        database.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    DataSource database() {
        return database;
    }
}
