package dev.fanfare.server.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tables of texts in one file, so that they are there when the server starts again. Who uses it has everything in memory
 * as well and reads only at the start: when the disk fails meanwhile, the server goes on and says what it can no longer
 * keep. Changes are in the file within {@link FileStore#COMMIT_DELAY}. May be used by several threads; none of them waits for
 * the disk.
 */
public final class Store implements AutoCloseable {
    public static final String FILE = "fanfare.store";

    private final @Nullable FileStore file;

    private Store(@Nullable FileStore file) {
        this.file = file;
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
        return new Store(FileStore.open(folder, clock));
    }

    /** All of a table, sorted by key. For the start: later it may lack what could not be kept. */
    public SortedMap<String, String> read(String table) {
        SortedMap<String, String> rows = new TreeMap<>();
        if (file != null) {
            file.readInto(rows, table);
        }
        return rows;
    }

    public void put(String table, String key, String value) {
        if (file != null) {
            file.put(table, key, value);
        }
    }

    public void remove(String table, String key) {
        if (file != null) {
            file.remove(table, key);
        }
    }

    /** Whether what is put survives the process. */
    public boolean keeps() {
        return file != null && !file.isBroken();
    }

    /** Changes that could not be kept. */
    public long lost() {
        return file == null ? 0 : file.lost();
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
