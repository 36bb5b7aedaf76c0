package dev.fanfare.server.transport;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the PEM files from time to time, and has them read again when one has changed. Has a thread of its own. */
public final class PemWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PemWatch.class.getName());

    private final Tls tls;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fanfare-pem-watch").factory());
    /** Read and written by one thread at a time. */
    private String seen;

    private PemWatch(Tls tls) {
        this.tls = tls;
        seen = state();
    }

    /** Begins to watch. */
    public static PemWatch start(Tls tls, Duration every) {
        PemWatch watch = new PemWatch(tls);
        watch.thread.scheduleWithFixedDelay(watch::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        return watch;
    }

    private void look() {
        try {
            String now = state();
            if (!now.equals(seen)) {
                seen = now;
                tls.reload();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "PEM files could not be looked at", e);
        }
    }

    private String state() {
        return state(tls.files().config().certificate())
                + state(tls.files().config().key());
    }

    private static String state(String path) {
        try {
            BasicFileAttributes file = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey() + "\n";
        } catch (IOException e) {
            return "missing\n";
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
