package dev.fanfare.sdk.outbox;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

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
}
