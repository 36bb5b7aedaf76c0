package dev.fanfare.server.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Opens the file of a store, or says why that cannot be done. */
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());
    /** What has to fit on the disk for a start. */
    private static final int ROOM = 64 * 1024;

    private final Path path;
    private final InstantSource clock;

    Opening(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    MVStore open() {
        checkFolder();
        try {
            return readable();
        } catch (MVStoreException | IllegalArgumentException e) {
            if (!isDamage(e)) {
                throw refused(e);
            }
            setAside(e);
        }
        try {
            return readable();
        } catch (MVStoreException e) {
            throw refused(e);
        }
    }

    private void checkFolder() {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "fanfare", ".tmp");
            try {
                Files.write(probe, new byte[ROOM]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new StoreException("Folder " + folder + " cannot be written to: " + e, e);
        }
    }

    /** Reads everything once, so that damage shows now and not later; and writes, so that a full disk does. */
    private MVStore readable() {
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .open();
        boolean readable = false;
        try {
            for (String name : store.getMapNames()) {
                store.<String, String>openMap(name).forEach((key, value) -> {});
            }
            store.<String, String>openMap("meta").put("opened", clock.instant().toString());
            store.commit();
            store.setVersionsToKeep(0);
            readable = !store.isClosed();
            return store;
        } finally {
            if (!readable) {
                store.closeImmediately();
            }
        }
    }

    private static boolean isDamage(RuntimeException e) {
        if (!(e instanceof MVStoreException failure)) {
            return true;
        }
        return failure.getErrorCode() != DataUtils.ERROR_FILE_LOCKED
                && failure.getErrorCode() != DataUtils.ERROR_WRITING_FAILED
                && !(root(failure) instanceof IOException);
    }

    private StoreException refused(RuntimeException e) {
        if (e instanceof MVStoreException failure && failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return new StoreException("Store " + path + " is in use: does another server run on it?", e);
        }
        return new StoreException("Store " + path + " cannot be opened: " + reason(e), e);
    }

    private void setAside(RuntimeException damage) {
        Path aside =
                path.resolveSibling(Store.FILE + ".damaged-" + clock.instant().getEpochSecond());
        try {
            Files.move(path, aside);
        } catch (IOException e) {
            throw new StoreException("Store " + path + " is damaged and cannot be renamed: " + e, e);
        }
        LOG.log(
                Level.ERROR,
                "Store {0} is damaged ({1}): it is now {2}, and what it held (webhooks that were due, counts of"
                        + " messages) is not known any more",
                path,
                damage.getMessage(),
                aside);
    }

    /** The first cause, in one line. */
    static String reason(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage();
        return message == null ? root.toString() : message;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
