package dev.fanfare.platform.web;

import java.security.SecureRandom;

/** Ids that nobody guesses, and that may stand in the name of a channel. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private Ids() {}

    /** 20 lower-case letters and digits with 100 bits of chance. */
    public static String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
