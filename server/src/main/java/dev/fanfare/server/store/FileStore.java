package dev.fanfare.server.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file of a store. Changes that come together are committed together, by a thread of its own. */
final class FileStore {
    /** How long a change may wait for others to be committed with it. */
    static final Duration COMMIT_DELAY = Duration.ofMillis(50);

    private static final Logger LOG = System.getLogger(FileStore.class.getName());
    private static final int COMMITS_PER_COMPACTION = 256;
    private static final int COMPACTED_FILL_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 * 1024 * 1024;
    private static final int CLOSING_COMPACTION_MILLIS = 200;

    private final MVStore store;
    private final Path path;
    private final Thread committer =
            Thread.ofPlatform().daemon().name("fanfare-store").unstarted(this::commitOnAndOn);
    private final Semaphore wanted = new Semaphore(0);
    private final AtomicLong uncommitted = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile boolean closing;

    private FileStore(MVStore store, Path path) {
        this.store = store;
        this.path = path;
    }

    static FileStore open(Path folder, InstantSource clock) {
        Path path = folder.resolve(Store.FILE);
        FileStore opened = new FileStore(new Opening(path, clock).open(), path);
        opened.committer.start();
        return opened;
    }

    void readInto(Map<String, String> rows, String table) {
        rows.putAll(store.<String, String>openMap(table));
    }

    void put(String table, String key, String value) {
        change(table, map -> map.put(key, value));
    }

    void remove(String table, String key) {
        change(table, map -> map.remove(key));
    }

    private void change(String table, Consumer<MVMap<String, String>> change) {
        if (broken.get()) {
            lost.incrementAndGet();
            return;
        }
        try {
            change.accept(store.openMap(table));
            if (uncommitted.getAndIncrement() == 0) {
                wanted.release();
            }
        } catch (MVStoreException e) {
            lose(1, e);
        }
    }

    private void commitOnAndOn() {
        int commits = 0;
        while (!closing) {
            wanted.acquireUninterruptibly();
            LockSupport.parkNanos(COMMIT_DELAY.toNanos() / 2);
            commit();
            if (++commits % COMMITS_PER_COMPACTION == 0) {
                compact();
            }
        }
    }

    private void commit() {
        long changes = uncommitted.getAndSet(0);
        if (changes == 0 || broken.get()) {
            lost.addAndGet(changes);
            return;
        }
        try {
            store.commit();
            if (store.isClosed()) {
                lose(changes, new IOException("the file was closed after an error"));
            }
        } catch (MVStoreException e) {
            lose(changes, e);
        }
    }

    private void compact() {
        try {
            if (!broken.get()) {
                store.compact(COMPACTED_FILL_PERCENT, COMPACTED_BYTES);
            }
        } catch (MVStoreException e) {
            lose(0, e);
        }
    }

    /** Says once that nothing is kept any more; after that, what is lost is only counted. */
    private void lose(long changes, Exception cause) {
        lost.addAndGet(changes);
        if (broken.compareAndSet(false, true)) {
            LOG.log(
                    Level.ERROR,
                    "Store {0} can no longer be written to ({1}): the server goes on, and what happens from now on is lost"
                            + " when it ends. Make room and start it again",
                    path,
                    Opening.reason(cause));
        }
    }

    boolean isBroken() {
        return broken.get();
    }

    long lost() {
        return lost.get();
    }

    void close() {
        closing = true;
        wanted.release();
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commit();
        try {
            if (!broken.get()) {
                store.close(CLOSING_COMPACTION_MILLIS);
                return;
            }
        } catch (MVStoreException e) {
            lose(0, e);
        }
        store.closeImmediately();
    }
}
