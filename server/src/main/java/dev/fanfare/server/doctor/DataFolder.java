package dev.fanfare.server.doctor;

import dev.fanfare.server.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whether what has to survive a restart can be kept. */
final class DataFolder {
    private static final long MB = 1024 * 1024;
    /** Less than this is soon used up. */
    private static final long LITTLE = 100 * MB;

    private DataFolder() {}

    /** @param data the setting, empty for none */
    static List<Finding> examine(String data) {
        if (data.isEmpty()) {
            return List.of(Finding.note(
                    "`data` is not set: webhooks that are due and counts of messages do not survive a restart"));
        }
        Path folder = Path.of(data).toAbsolutePath();
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            return List.of(Finding.wrong("`data` is " + data + ", but " + existing + " is not a folder"));
        }
        try {
            Files.delete(Files.createTempFile(existing, "fanfare", ".tmp"));
            long free = Files.getFileStore(existing).getUsableSpace();
            String room = free / MB + " MB are free in " + folder;
            if (isInUse(folder)) {
                return List.of(
                        Finding.note("`data` is " + data + ", which a running server uses: another needs its own"));
            }
            return List.of(free < LITTLE ? Finding.wrong("Only " + room + " (`data`)") : Finding.well(room));
        } catch (IOException e) {
            return List.of(Finding.wrong("`data` is " + data + ", but " + existing + " cannot be written to: " + e));
        }
    }

    private static boolean isInUse(Path folder) throws IOException {
        Path file = folder.resolve(Store.FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
