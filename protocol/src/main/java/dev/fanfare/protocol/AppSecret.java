package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The secret an app signs with. Prints as {@code ***}. */
public final class AppSecret {
    private static final int SAFE_LENGTH = 16;

    private final byte[] bytes;

    public AppSecret(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("An app's secret is empty");
        }
        bytes = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether somebody who tries a few million texts would find it: it is short, or a word of some product's documentation. */
    public boolean isGuessable() {
        String text = new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return bytes.length < SAFE_LENGTH || text.contains("secret") || text.contains("changeme");
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppSecret secret && java.security.MessageDigest.isEqual(secret.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
