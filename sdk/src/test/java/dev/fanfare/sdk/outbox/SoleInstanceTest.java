package dev.fanfare.sdk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoleInstanceTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database.setURL("jdbc:h2:mem:" + System.identityHashCode(this));
        connection = database.getConnection();
        OutboxTables.create(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aSecondInstanceIsRefusedWhileTheFirstCounts() throws Exception {
        SoleInstance first = new SoleInstance(PATIENCE);
        first.take(connection);
        SoleInstance second = new SoleInstance(Duration.ofSeconds(10));
        AtomicBoolean alive = new AtomicBoolean(true);
        Thread counting = Thread.ofVirtual().start(() -> {
            while (alive.get()) {
                beat(first);
            }
        });

        assertThatThrownBy(() -> second.take(connection))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REALTIME_PROVIDER is `embedded`")
                .hasMessageContaining("another instance");
        alive.set(false);
        counting.join();
        assertThat(first.beat(connection)).isTrue();
    }

    private void beat(SoleInstance instance) {
        try (Connection own = database.getConnection()) {
            instance.beat(own);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverStoodStillIsReplacedAndLearnsOfIt() throws Exception {
        SoleInstance first = new SoleInstance(PATIENCE);
        first.take(connection);
        SoleInstance second = new SoleInstance(PATIENCE);

        second.take(connection);

        assertThat(first.beat(connection)).isFalse();
        assertThat(second.beat(connection)).isTrue();
    }

    @Test
    void afterAnOrderlyEndTheNextNeedNotWait() throws Exception {
        SoleInstance first = new SoleInstance(PATIENCE);
        first.take(connection);
        first.leave(connection);
        SoleInstance second = new SoleInstance(Duration.ofDays(1));

        second.take(connection);

        assertThat(second.beat(connection)).isTrue();
    }
}
