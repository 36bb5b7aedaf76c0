package dev.fanfare.server.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** The parts of a message that both forms show alike. */
final class LogFields {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LogFields() {}

    static String time(LogRecord message) {
        return MILLISECONDS.format(message.getInstant());
    }

    /** As the setting {@code log.level} calls it. */
    static String level(LogRecord message) {
        int level = message.getLevel().intValue();
        if (level >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level >= Level.WARNING.intValue()) {
            return "warning";
        }
        if (level >= Level.INFO.intValue()) {
            return "info";
        }
        return level >= Level.FINE.intValue() ? "debug" : "trace";
    }

    static String logger(LogRecord message) {
        String name = message.getLoggerName();
        return name == null ? "" : name;
    }

    static String stackTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    static String hex(char c) {
        return HexFormat.of().toHexDigits(c);
    }
}
