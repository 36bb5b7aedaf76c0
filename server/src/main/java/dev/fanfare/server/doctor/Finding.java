package dev.fanfare.server.doctor;

/**
 * What the doctor found out about one thing.
 *
 * @param text one line, which names the setting where one is wrong
 */
record Finding(boolean well, String text) {
    static Finding well(String text) {
        return new Finding(true, text);
    }

    static Finding wrong(String text) {
        return new Finding(false, text);
    }
}
