package dev.fanfare.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The credentials of an app, and the signatures that its back end would make. Signs by itself, not with the server's code,
 * so that a mistake there does not cancel out. Source: Pusher Channels documentation, "Generating authentication
 * signatures".
 */
public record TestApp(String id, String key, String secret) {
    /** The app that every Fanfare server on loopback has. */
    public static final TestApp DEVELOPMENT = new TestApp("app-id", "app-key", "app-secret");

    /** Lower-case hex of HMAC-SHA256 with the app's secret. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA256", e);
        }
    }

    /** The {@code auth} token of a private channel, or of a presence channel after sign-in. */
    public String authorize(String socketId, String channel) {
        return key + ":" + sign(socketId + ":" + channel);
    }

    /** The {@code auth} token of a subscription with {@code channel_data}. */
    public String authorize(String socketId, String channel, String channelData) {
        return key + ":" + sign(socketId + ":" + channel + ":" + channelData);
    }

    /** The {@code auth} token of a sign-in. */
    public String authenticate(String socketId, String userData) {
        return key + ":" + sign(socketId + "::user::" + userData);
    }

    /** Lower-case hex of MD5, as {@code body_md5} wants it. */
    static String md5(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks MD5", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
