package dev.fanfare.spring;

import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** With the transaction manager of JPA, made as Spring Boot makes it. */
class JpaTransactionalOutboxTest extends TransactionalOutboxContract {
    static class JpaApplication extends GameApplication {
        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(database);
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.setPackagesToScan("dev.fanfare.spring.none");
            return factory;
        }

        @Bean
        JpaTransactionManager transactionManager(
                EntityManagerFactory factory, TransactionManagerCustomizers customizers) {
            JpaTransactionManager transactions = new JpaTransactionManager(factory);
            customizers.customize(transactions);
            return transactions;
        }
    }

    @Override
    Class<?> application() {
        return JpaApplication.class;
    }

    @Override
    String url() {
        return "jdbc:h2:mem:jpa;DB_CLOSE_DELAY=-1";
    }
}
