package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets people. First they cannot sign in any more and hear nothing; then each module forgets what it keeps, in a transaction of its
 * own, as those who take locks in another order would wait for each other. What fails is tried again until it is done.
 */
@Service
class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Accounts accounts;
    private final ErasureTable table;
    private final Departures departures;
    private final List<PersonalData> modules;
    private final TransactionOperations transactions;

    Erasures(
            Accounts accounts,
            ErasureTable table,
            Departures departures,
            List<PersonalData> modules,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.table = table;
        this.departures = departures;
        this.modules = modules;
        this.transactions = transactions;
    }

    /** @throws Problem 409 if nobody could administer the platform any more */
    void erase(Account account) {
        transactions.executeWithoutResult(status -> {
            if (accounts.isLastAdministrator(account)) {
                throw Problem.conflict("last_administrator", "Nobody else can administer the platform", Map.of());
            }
            accounts.erase(account.id());
            modules.forEach(module -> table.add(account.id(), module.section()));
        });
        departures.everywhere(account.id());
        forget(account.id());
    }

    private void forget(String accountId) {
        for (PersonalData module : modules) {
            try {
                transactions.executeWithoutResult(status -> {
                    if (table.take(accountId, module.section())) {
                        module.erase(accountId);
                    }
                });
            } catch (RuntimeException e) {
                LOG.warn("What {} keeps of {} is not erased yet; it is tried again", module.section(), accountId, e);
            }
        }
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void goOn() {
        table.accounts().forEach(this::forget);
    }
}
