package dev.fanfare.server.log;

import dev.fanfare.server.config.LogConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sets up {@code java.util.logging}, which stands behind {@link System.Logger} and Netty's logger, for a whole JVM. Only for
 * one that is the server's own. Public, with a public constructor, because the JDK's log manager makes one by name when the
 * first logger is asked for: until then nothing of it is loaded.
 */
public final class Logging {
    private static final String CONFIG_CLASS = "java.util.logging.config.class";

    /** Netty tells at INFO what concerns its own developers. */
    private static final String NETTY_LEVEL = "io.netty.level=WARNING\n";

    private static volatile LogConfig config =
            new LogConfig(Level.INFO, LogConfig.Format.TEXT, LogConfig.Requests.NONE);

    /** Called by the log manager. */
    public Logging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(properties().getBytes(StandardCharsets.UTF_8)));
    }

    /** To be called before the first logger is asked for. Does nothing if the user has configured logging themself. */
    public static void configure(LogConfig wanted) {
        config = wanted;
        if (System.getProperty(CONFIG_CLASS) == null && System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty(CONFIG_CLASS, Logging.class.getName());
        }
    }

    /** Changes the level that was configured. Does nothing if the user has configured logging themself. */
    public static void setLevel(Level level) {
        if (Logging.class.getName().equals(System.getProperty(CONFIG_CLASS))) {
            Logger.getLogger("").setLevel(java.util.logging.Level.parse(julLevel(level)));
            Netty.LOGGER.setLevel(level.compareTo(Level.DEBUG) <= 0 ? null : java.util.logging.Level.WARNING);
        }
    }

    /** What the handler that the log manager makes by name goes by. */
    static LogConfig config() {
        return config;
    }

    /** Kept, because the log manager forgets loggers that nobody holds, and their levels. */
    private static final class Netty {
        private static final Logger LOGGER = Logger.getLogger("io.netty");
    }

    private static String properties() {
        String properties =
                "handlers=" + StandardErrorHandler.class.getName() + "\n.level=" + julLevel(config.level()) + "\n";
        return config.level().compareTo(Level.DEBUG) <= 0 ? properties : properties + NETTY_LEVEL;
    }

    private static String julLevel(Level level) {
        return switch (level) {
            case ALL -> "ALL";
            case TRACE -> "FINER";
            case DEBUG -> "FINE";
            case INFO -> "INFO";
            case WARNING -> "WARNING";
            case ERROR -> "SEVERE";
            case OFF -> "OFF";
        };
    }
}
