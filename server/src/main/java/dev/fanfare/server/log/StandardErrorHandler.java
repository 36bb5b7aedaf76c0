package dev.fanfare.server.log;

import dev.fanfare.server.config.LogConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes each message to standard error with one write, so that lines of several threads do not mix. Public, with a public
 * constructor, because the JDK's log manager makes it by name.
 */
public final class StandardErrorHandler extends Handler {
    private final OutputStream out;

    /** Called by the log manager. */
    public StandardErrorHandler() {
        this(new FileOutputStream(FileDescriptor.err), Logging.config().format());
    }

    StandardErrorHandler(OutputStream out, LogConfig.Format format) {
        this.out = out;
        setFormatter(formatter(format));
    }

    private static Formatter formatter(LogConfig.Format format) {
        return switch (format) {
            case TEXT -> new TextLine();
            case JSON -> new JsonLine();
        };
    }

    @Override
    public void publish(LogRecord message) {
        if (isLoggable(message)) {
            try {
                out.write(getFormatter().format(message).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                reportError("standard error is closed", e, ErrorManager.WRITE_FAILURE);
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
