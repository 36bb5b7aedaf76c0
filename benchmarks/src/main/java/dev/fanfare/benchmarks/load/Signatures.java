package dev.fanfare.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs for the app under test: channel subscriptions, and the parts that {@link PublishRequest} needs. */
final class Signatures {
    private Signatures() {}

    static Mac mac(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    /** What a connection presents to subscribe to the channel: {@code key:signature}; null for a public channel. */
    static @Nullable String authorization(
            Target target, Mac mac, String socketId, String channel, @Nullable String channelData) {
        if (!channel.startsWith("private-") && !channel.startsWith("presence-")) {
            return null;
        }
        String text = socketId + ":" + channel + (channelData == null ? "" : ":" + channelData);
        byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return target.key() + ":" + HexFormat.of().formatHex(digest);
    }
}
