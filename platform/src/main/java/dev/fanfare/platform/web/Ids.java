package dev.fanfare.platform.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that nobody can guess, and that the name of a channel may hold: letters and digits only. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private Ids() {}

    /** 96 random bits in 24 characters. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
