package dev.fanfare.sdk.systems.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces what a public channel must not tell by names that only the holder of a secret can make. The same words get the same
 * name as long as the secret stays. Safe to use from several threads.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    /** 132 bits. */
    private static final int LENGTH = 22;

    private static final int SHORTEST_SECRET = 16;

    private final SecretKeySpec key;

    private Pseudonyms(SecretKeySpec key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if the secret has less than 16 bytes */
    public static Pseudonyms of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Secret for pseudonyms has " + bytes.length + " bytes, expected at least " + SHORTEST_SECRET);
        }
        return new Pseudonyms(new SecretKeySpec(bytes, ALGORITHM));
    }

    /**
     * The name of something.
     *
     * @param scope where it is known by this name, such as one auction; elsewhere it has another
     * @return 22 characters that a channel's name may hold
     */
    public String of(String scope, String original) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] hash = mac.doFinal(original.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
