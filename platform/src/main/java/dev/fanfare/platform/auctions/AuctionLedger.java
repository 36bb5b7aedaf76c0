package dev.fanfare.platform.auctions;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes auctions one transaction after the other. */
@Component
class AuctionLedger {
    private static final int TRIES = 5;

    private final TransactionTemplate transactions;

    AuctionLedger(PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
    }

    /**
     * Changes something in a transaction, once more from the start if the database had to choose between it and another: two
     * auctions that tell the same people something wait for each other.
     */
    @SuppressWarnings("NullAway") // what the change answers is not null
    <T> T change(Supplier<T> change) {
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
