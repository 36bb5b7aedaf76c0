package dev.fanfare.server.doctor;

/**
 * What the doctor found out about one thing.
 *
 * @param text one line, which names the setting where one is wrong
 */
record Finding(Level level, String text) {
    enum Level {
        OK,
        /** Worth knowing, but no reason not to start. */
        NOTE,
        WRONG
    }

    static Finding well(String text) {
        return new Finding(Level.OK, text);
    }

    static Finding note(String text) {
        return new Finding(Level.NOTE, text);
    }

    static Finding wrong(String text) {
        return new Finding(Level.WRONG, text);
    }

    boolean well() {
        return level != Level.WRONG;
    }
}
