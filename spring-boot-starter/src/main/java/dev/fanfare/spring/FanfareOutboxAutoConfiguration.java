package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.registry.Registry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The outbox on the application's database, where it has one. */
@AutoConfiguration(
        after = FanfareAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        beforeName =
                "org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration")
@ConditionalOnClass({DataSourceUtils.class, DependsOnDatabaseInitialization.class})
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnBooleanProperty(name = "fanfare.outbox.enabled", matchIfMissing = true)
public class FanfareOutboxAutoConfiguration {
    private static final Set<String> DATABASES = Set.of("PostgreSQL", "H2");

    /**
     * Starts behind the migrations of the application, and stops before its service and its database.
     *
     * @throws IllegalStateException if the database is of another kind, or another instance has an embedded server as well
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    Outbox outbox(DataSource database, RealtimeService service, FanfareProperties properties) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!DATABASES.contains(product)) {
                throw new IllegalStateException("The outbox is on " + product + ", expected PostgreSQL or H2:"
                        + " fanfare.outbox.enabled=false publishes without an outbox");
            }
        }
        return Outbox.start(database, service, properties.outbox().settings(properties.maxDataSize()));
    }

    @Bean
    CommittedTransactions committedTransactions(DataSource database) {
        return new CommittedTransactions(database);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(Outbox.class)
    TransactionalOutbox transactionalOutbox(
            Outbox outbox, DataSource database, ObjectProvider<Registry<?>> registry, CommittedTransactions committed) {
        return new TransactionalOutbox(outbox, database, registry.getIfUnique(), committed);
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    OutboxWatch outboxWatch(Outbox outbox) {
        return new OutboxWatch(outbox::status, System::nanoTime);
    }
}
