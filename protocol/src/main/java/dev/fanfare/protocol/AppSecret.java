package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;

/** The secret an app signs with. Prints as {@code ***}. */
public final class AppSecret {
    private final byte[] bytes;

    public AppSecret(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("An app's secret is empty");
        }
        bytes = secret.getBytes(StandardCharsets.UTF_8);
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
