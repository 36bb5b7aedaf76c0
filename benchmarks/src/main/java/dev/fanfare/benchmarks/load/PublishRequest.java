package dev.fanfare.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Makes signed {@code POST /apps/{id}/events} requests that differ in channel and marker only. One object and one buffer
 * serve all requests of a run, so it belongs to one thread.
 */
final class PublishRequest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SIGNATURE = ascii("&auth_signature=");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final long REFRESH_NANOS = 10_000_000_000L;

    private final Target target;
    private final Payload payload;
    private final Mac mac;
    private final MessageDigest md5;
    private final byte[] signedHead;
    private final byte[] head;
    private final byte[] afterSignature;
    private final ByteBuffer request;
    private byte[] query = {};
    private long queryNanos;

    PublishRequest(Target target, Payload payload) {
        this.target = target;
        this.payload = payload;
        mac = Signatures.mac(target.secret());
        md5 = Signatures.md5();
        signedHead = ascii("POST\n" + path() + "\n");
        head = ascii("POST " + path() + "?");
        afterSignature = ascii(" HTTP/1.1\r\nHost: " + target.host() + ":" + target.port()
                + "\r\nContent-Type: application/json\r\nContent-Length: ");
        request = ByteBuffer.allocateDirect(1024 + 2 * payload.size());
    }

    /** The request's bytes; they are overwritten by the next call. */
    ByteBuffer of(String channel, int source, int sequence, int message, long nanos) {
        byte[] body = payload.publishBody(channel, source, sequence, message);
        byte[] signed = query(nanos);
        byte[] digest = ascii(HEX.formatHex(md5.digest(body)));
        mac.update(signedHead);
        mac.update(signed);
        byte[] signature = ascii(HEX.formatHex(mac.doFinal(digest)));
        return request.clear()
                .put(head)
                .put(signed)
                .put(digest)
                .put(SIGNATURE)
                .put(signature)
                .put(afterSignature)
                .put(ascii(Integer.toString(body.length)))
                .put(END_OF_HEAD)
                .put(body)
                .flip();
    }

    private byte[] query(long nanos) {
        if (query.length == 0 || nanos - queryNanos > REFRESH_NANOS) {
            query = ascii("auth_key=" + target.key() + "&auth_timestamp=" + System.currentTimeMillis() / 1000
                    + "&auth_version=1.0&body_md5=");
            queryNanos = nanos;
        }
        return query;
    }

    private String path() {
        return "/apps/" + target.appId() + "/events";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
