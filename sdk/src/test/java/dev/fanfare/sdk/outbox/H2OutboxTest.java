package dev.fanfare.sdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** With connections that begin in a transaction, as some pools are set. */
class H2OutboxTest extends OutboxContract {
    private final DataSource database;

    H2OutboxTest() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        database = (DataSource) Proxy.newProxyInstance(
                H2OutboxTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(h2, arguments);
                    if (result instanceof Connection connection) {
                        connection.setAutoCommit(false);
                    }
                    return result;
                });
    }

    @Override
    DataSource database() {
        return database;
    }

    /** What is sorted takes longer with everything that waits, so that a backlog would never end. */
    @Test
    void theNextEventsAreReadInTheIndexsOrderHoweverManyWait() throws SQLException {
        try (Connection connection = database.getConnection()) {
            OutboxTables.create(connection);
            String plan = Rows.select(connection, 1, "EXPLAIN " + LaneTurn.NEXT, row -> row.getString(1), 1, 0L)
                    .getFirst();
            assertThat(plan).contains("index sorted");
        }
    }
}
