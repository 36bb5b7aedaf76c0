package dev.fanfare.server.config;

/**
 * A variable of another server that stands for a setting of this one.
 *
 * @param variable such as {@code SOKETI_PORT}
 * @param key one of {@link Keys#OUTSIDE_FILE}
 * @param form how the other server writes the value
 */
record Alias(String variable, String key, AliasForm form) {
    /** Whether it is a setting of the only app. */
    boolean ofApp() {
        return key.startsWith(Keys.APP);
    }
}
