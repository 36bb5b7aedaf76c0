package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 of one secret, in lower-case hex. Holds a keyed {@code Mac} that it uses again and again, so it belongs to
 * one thread. Source: Pusher Channels documentation, "Generating authentication signatures".
 */
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] expected;
    private final byte[] given;

    /** Keys a {@code Mac} with the secret's UTF-8 bytes. */
    public Signer(AppSecret secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java runtime lacks " + ALGORITHM + ", which every one has to have", e);
        }
        expected = new byte[mac.getMacLength()];
        given = new byte[mac.getMacLength()];
    }

    /** @return 64 characters */
    public String sign(byte[] text, int from, int to) {
        mac.update(text, from, to - from);
        return Hex.of(mac.doFinal());
    }

    /**
     * Signs the text's UTF-8 bytes.
     *
     * @return 64 characters
     */
    public String sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return sign(bytes, 0, bytes.length);
    }

    /** Compares in constant time. Hex in either case; anything that is not 64 hex digits does not match. */
    public boolean matches(String signature, byte[] text, int from, int to) {
        if (!Hex.read(signature, given)) {
            return false;
        }
        mac.update(text, from, to - from);
        try {
            mac.doFinal(expected, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signature has " + expected.length + " bytes, and no more", e);
        }
        return MessageDigest.isEqual(expected, given);
    }

    /** As {@link #matches(String, byte[], int, int)}, over the text's UTF-8 bytes. */
    public boolean matches(String signature, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return matches(signature, bytes, 0, bytes.length);
    }

    /**
     * What an app signs to let a connection subscribe.
     *
     * @param channelData the raw text as it is sent; null if there is none
     */
    public static String channelText(SocketId socketId, String channel, @Nullable String channelData) {
        String text = socketId + ":" + channel;
        return channelData == null ? text : text + ":" + channelData;
    }

    /**
     * What an app signs to let a connection sign in.
     *
     * @param userData the raw text as it is sent
     */
    public static String userText(SocketId socketId, String userData) {
        return socketId + "::user::" + userData;
    }
}
