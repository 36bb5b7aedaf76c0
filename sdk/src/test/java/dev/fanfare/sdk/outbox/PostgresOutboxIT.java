package dev.fanfare.sdk.outbox;

import dev.fanfare.testsupport.PostgresServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresOutboxIT extends OutboxContract {
    private static PostgresServer server;
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    @BeforeAll
    static void startPostgres() {
        server = PostgresServer.start();
        DATABASE.setURL(server.url());
    }

    @AfterAll
    static void stopPostgres() {
        server.close();
    }

    @Override
    DataSource database() {
        return DATABASE;
    }
}
