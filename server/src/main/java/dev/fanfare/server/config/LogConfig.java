package dev.fanfare.server.config;

import java.lang.System.Logger.Level;

/** What the server's log holds, and in what form. Holds for the stand-alone server only: an embedding application logs its own way. */
public record LogConfig(Level level, Format format, Requests requests) {
    /** How one message is written. */
    public enum Format {
        TEXT,
        JSON
    }

    /** Which requests to the HTTP API get a line. */
    public enum Requests {
        NONE,
        /** Those answered with 400 or more. */
        REFUSED,
        ALL
    }

    static LogConfig of(SettingValues values) {
        return new LogConfig(
                values.of(ServerSettings.LOG_LEVEL),
                values.of(ServerSettings.LOG_FORMAT),
                values.of(ServerSettings.LOG_REQUESTS));
    }
}
