package dev.fanfare.platform.realtime;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets transactions of this instance that will wait for the same row wait here before. Those that wait for a row of H2 are awake all
 * the while, and with some of them the one they wait for hardly gets a CPU. Only the database decides who may go on: this
 * promises nothing. Safe to use from several threads.
 */
@Component
public class Queues {
    private static final long LONGEST_SECONDS = 5;

    /** A lock is kept for as long as somebody has it or waits for it. */
    private final LoadingCache<String, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build(name -> new ReentrantLock(true));

    /**
     * Waits until the transactions that have entered before are over, but no longer than five seconds: whoever would wait for somebody
     * who waits for them is left to the database.
     *
     * @param name of what is waited for
     */
    public void enter(String name) {
        ReentrantLock lock = locks.get(name);
        if (lock.isHeldByCurrentThread() || !entered(lock)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lock.unlock();
            }
        });
    }

    private static boolean entered(ReentrantLock lock) {
        try {
            return lock.tryLock(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
