package dev.fanfare.server.reload;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at files from time to time, on a thread of its own, and says when what they hold has changed. It goes by the content, so
 * links that are switched, files that are replaced and remote folders are all the same to it. A file that is being written is
 * left alone: it must be found the same twice.
 */
public final class FilePoller implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FilePoller.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fanfare-reload").factory());
    private final Duration every;

    /** @param every the time between two looks */
    public FilePoller(Duration every) {
        this.every = every;
    }

    /**
     * Begins to look at these files together. May be called several times, from any thread.
     *
     * @param changed called on the poller's thread, once for each change
     */
    public void watch(List<Path> files, Runnable changed) {
        start(new Watch(List.copyOf(files), changed));
    }

    /** The same for files that were read a while ago: the first look says that they have changed, in case they have since. */
    public void watchAgain(List<Path> files, Runnable changed) {
        Watch watch = new Watch(List.copyOf(files), changed);
        watch.handled = "";
        start(watch);
    }

    private void start(Watch watch) {
        thread.scheduleWithFixedDelay(watch::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Some files and the content that was acted on last. Used by one thread at a time. */
    static final class Watch {
        private final List<Path> files;
        private final Runnable changed;
        private String handled;
        private String latest;

        Watch(List<Path> files, Runnable changed) {
            this.files = files;
            this.changed = changed;
            handled = content();
            latest = handled;
        }

        void look() {
            try {
                String now = content();
                boolean settled = now.equals(latest);
                latest = now;
                if (settled && !now.equals(handled)) {
                    handled = now;
                    changed.run();
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "Files " + files + " could not be taken anew", e);
            }
        }

        /** A digest, so that no secret stays in memory. */
        private String content() {
            StringBuilder content = new StringBuilder();
            for (Path file : files) {
                try {
                    content.append(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
                } catch (IOException e) {
                    content.append(e.getClass().getName());
                }
                content.append(' ');
            }
            return content.toString();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This JDK has no SHA-256", e);
            }
        }
    }
}
