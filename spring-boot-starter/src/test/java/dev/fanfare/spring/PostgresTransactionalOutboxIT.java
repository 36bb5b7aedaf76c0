package dev.fanfare.spring;

import dev.fanfare.testsupport.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTransactionalOutboxIT extends TransactionalOutboxContract {
    private PostgresServer server;

    @BeforeAll
    @Override
    void startApplication() {
        server = PostgresServer.start();
        super.startApplication();
    }

    @AfterAll
    @Override
    void stopApplication() {
        super.stopApplication();
        server.close();
    }

    @Override
    String url() {
        return server.url();
    }
}
