package dev.fanfare.platform.auctions;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says that an auction may be due at another time than before. What is raised while nobody waits is not lost. */
@Component
class DueSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isRaised;

    void raiseAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                raise();
            }
        });
    }

    void raise() {
        lock.lock();
        try {
            isRaised = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once it is raised, or after a while. */
    void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!isRaised && left > 0) {
                left = changed.awaitNanos(left);
            }
            isRaised = false;
        } finally {
            lock.unlock();
        }
    }
}
