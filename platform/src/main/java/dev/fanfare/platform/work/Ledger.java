package dev.fanfare.platform.work;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes changes in transactions, each until it has been made. */
@Component
public class Ledger {
    private static final int TRIES = 5;

    private final TransactionTemplate transactions;

    Ledger(PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
    }

    /**
     * Changes something in a transaction, once more from the start if the database had to choose between it and another: two
     * auctions that tell the same people something wait for each other.
     */
    @SuppressWarnings("NullAway") // what the change answers is not null
    public <T> T change(Supplier<T> change) {
        for (int i = 1; ; i++) {
            try {
                return transactions.execute(status -> change.get());
            } catch (ConcurrencyFailureException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }
}
