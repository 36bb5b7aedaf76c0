package dev.fanfare.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tables of texts in one file, so that they are there when the server starts again. Who uses it has everything in memory
 * as well and reads only at the start: when the disk fails meanwhile, the server goes on and says what it can no longer
 * keep. Changes are in the file within {@value #COMMIT_MILLIS} ms. May be used by several threads.
 */
public final class Store implements AutoCloseable {
    static final String FILE = "fanfare.store";
    private static final int COMMIT_MILLIS = 50;
    private static final Logger LOG = System.getLogger(Store.class.getName());

    private final @Nullable MVStore store;
    private final AtomicLong lost = new AtomicLong();

    private Store(@Nullable MVStore store) {
        this.store = store;
    }

    /** A store that keeps nothing. */
    public static Store ofNothing() {
        return new Store(null);
    }

    /**
     * Opens the store of a folder, which is made if there is none. A store that is damaged is put aside under another name, and
     * a new one takes its place.
     *
     * @param clock names what is put aside
     * @throws StoreException if the folder cannot be written to, or if another server has the store open
     */
    public static Store open(Path folder, InstantSource clock) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "fanfare", ".tmp");
            Files.write(probe, new byte[64 * 1024]);
            Files.delete(probe);
            return new Store(openOrReplace(file, clock));
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("Folder " + folder + " cannot be written to: " + e, e);
        } catch (MVStoreException e) {
            String why = e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? " is in use: does another server run on it?"
                    : " cannot be opened: " + e.getMessage();
            throw new StoreException("Store " + file + why, e);
        }
    }

    private static MVStore openOrReplace(Path file, InstantSource clock) throws IOException {
        try {
            return readable(file);
        } catch (MVStoreException | IllegalArgumentException e) {
            if (e instanceof MVStoreException other && other.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
            Path aside =
                    file.resolveSibling(FILE + ".damaged-" + clock.instant().getEpochSecond());
            Files.move(file, aside);
            LOG.log(
                    Level.ERROR,
                    "Store {0} is damaged ({1}): it is now {2}, and what it held (webhooks that were due, counts of"
                            + " messages) is not known any more",
                    file,
                    e.getMessage(),
                    aside);
            return readable(file);
        }
    }

    /** Reads everything once, so that damage shows now and not later. */
    private static MVStore readable(Path file) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).open();
        try {
            for (String name : store.getMapNames()) {
                store.<String, String>openMap(name).forEach((key, value) -> {});
            }
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
        store.setAutoCommitDelay(COMMIT_MILLIS);
        return store;
    }

    /** All of a table, sorted by key. */
    public SortedMap<String, String> read(String table) {
        SortedMap<String, String> rows = new TreeMap<>();
        if (store != null) {
            rows.putAll(store.<String, String>openMap(table));
        }
        return rows;
    }

    public void put(String table, String key, String value) {
        change(kept -> kept.<String, String>openMap(table).put(key, value));
    }

    public void remove(String table, String key) {
        change(kept -> kept.<String, String>openMap(table).remove(key));
    }

    private void change(Change change) {
        if (store == null) {
            return;
        }
        try {
            change.apply(store);
        } catch (MVStoreException | IllegalStateException e) {
            if (lost.getAndIncrement() == 0) {
                LOG.log(
                        Level.ERROR,
                        "The store takes no more changes ({0}): the server goes on, and what happens from now on is"
                                + " lost when it ends",
                        e.getMessage());
            }
        }
    }

    private interface Change {
        void apply(MVStore store);
    }

    /** Changes that could not be kept. */
    public long lost() {
        return lost.get();
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        change(MVStore::close);
    }
}
