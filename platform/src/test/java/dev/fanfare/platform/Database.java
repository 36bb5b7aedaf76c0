package dev.fanfare.platform;

import dev.fanfare.testsupport.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The databases that the platform runs on. */
public enum Database {
    H2 {
        @Override
        public String empty() {
            return "jdbc:h2:mem:platform" + COUNT.incrementAndGet()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        }
    },
    POSTGRESQL {
        @Override
        public String empty() {
            return Postgres.create("platform" + COUNT.incrementAndGet() + " template " + Postgres.MIGRATED);
        }
    };

    /** The same for a database that is there again when the next platform starts on it. */
    public String kept() {
        return empty() + (this == H2 ? ";DB_CLOSE_DELAY=-1" : "");
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The address of one that has nothing in it, but perhaps the tables, and that no other test uses. */
    public abstract String empty();

    /** One server for all tests of this JVM, once there is one that needs it. */
    private static final class Postgres {
        static final PostgresServer SERVER = PostgresServer.start();
        static final String MIGRATED = "migrated";

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
            Flyway.configure().dataSource(create(MIGRATED), null, null).load().migrate();
        }

        /** @param database its name, and what it is made of */
        static String create(String database) {
            try (Connection connection = DriverManager.getConnection(SERVER.url());
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.url().replace("/postgres?", "/" + database.split(" ")[0] + "?");
        }
    }
}
