package dev.fanfare.sdk.encryption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the keys of encrypted channels are made of. The server never has it. Needs {@code org.bouncycastle:bcprov-jdk18on} on the
 * class path. Immutable. Source: Pusher Channels documentation, "Encrypted channels".
 */
public final class MasterKey {
    private static final int SIZE = 32;
    private static final int NONCE_SIZE = 24;
    private static final String NEEDED = "org.bouncycastle.crypto.engines.XSalsa20Engine";

    private final byte[] key;
    private final SecureRandom random;

    private MasterKey(byte[] key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * @param base64 of 32 bytes
     * @throws IllegalArgumentException if it is something else; the message does not show it
     * @throws IllegalStateException if the library is missing
     */
    public static MasterKey parse(String base64) {
        return parse(base64, new SecureRandom());
    }

    static MasterKey parse(String base64, SecureRandom random) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Encryption master key is not base64", e);
        }
        if (key.length != SIZE) {
            throw new IllegalArgumentException(
                    "Encryption master key has " + key.length + " bytes, expected " + SIZE + " in base64");
        }
        try {
            Class.forName(NEEDED);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Encrypted channels need org.bouncycastle:bcprov-jdk18on on the class path", e);
        }
        return new MasterKey(key, random);
    }

    /** What subscribers of a channel are given, in base64. */
    public String sharedSecret(String channel) {
        return Base64.getEncoder().encodeToString(secret(channel));
    }

    /** The data of an event on a channel, as JSON that only subscribers can read. */
    public String encrypt(String channel, String data) {
        byte[] nonce = new byte[NONCE_SIZE];
        random.nextBytes(nonce);
        byte[] box = SecretBox.seal(secret(channel), nonce, data.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"nonce\":\"" + base64.encodeToString(nonce) + "\",\"ciphertext\":\"" + base64.encodeToString(box)
                + "\"}";
    }

    private byte[] secret(String channel) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(channel.getBytes(StandardCharsets.UTF_8));
            return digest.digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "MasterKey";
    }
}
