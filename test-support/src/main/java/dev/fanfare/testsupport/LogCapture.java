package dev.fanfare.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What one class logs until this is closed, instead of what it would have written. Messages may come from any thread. */
public final class LogCapture extends Handler {
    /** Kept, because the log manager forgets loggers that nobody holds. */
    private final Logger logger;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogCapture(Class<?> logging) {
        logger = Logger.getLogger(logging.getName());
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    /** Level and message of each, as in {@code INFO Started}. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord message) {
        lines.add(message.getLevel() + " " + new SimpleFormatter().formatMessage(message));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
