package dev.fanfare.benchmarks.load;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes signed {@code POST /apps/{id}/events} requests that differ in channel and marker only. One object and one buffer
 * serve all requests of a run, so it belongs to one thread.
 */
final class PublishRequest {
    private static final byte[] SIGNATURE = ascii("&auth_signature=");
    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final long REFRESH_NANOS = 10_000_000_000L;

    private final Target target;
    private final Payload payload;
    private final Signer signer;
    private final MessageDigest md5;
    private final byte[] head;
    private final byte[] afterSignature;
    private final ByteBuffer request;
    private byte[] signed = {};
    private int queryFrom;
    private int digestFrom;
    private long signedNanos;

    PublishRequest(Target target, Payload payload) {
        this.target = target;
        this.payload = payload;
        signer = new Signer(new AppSecret(target.secret()));
        md5 = md5();
        head = ascii("POST " + path() + "?");
        afterSignature = ascii(" HTTP/1.1\r\nHost: " + target.host() + ":" + target.port()
                + "\r\nContent-Type: application/json\r\nContent-Length: ");
        request = ByteBuffer.allocateDirect(1024 + 2 * payload.size());
    }

    /** The request's bytes; they are overwritten by the next call. */
    ByteBuffer of(String channel, int source, int sequence, int message, long nanos) {
        byte[] body = payload.publishBody(channel, source, sequence, message);
        if (signed.length == 0 || nanos - signedNanos > REFRESH_NANOS) {
            refresh(nanos);
        }
        byte[] digest = ascii(HexFormat.of().formatHex(md5.digest(body)));
        System.arraycopy(digest, 0, signed, digestFrom, digest.length);
        return request.clear()
                .put(head)
                .put(signed, queryFrom, signed.length - queryFrom)
                .put(SIGNATURE)
                .put(ascii(signer.sign(signed, 0, signed.length)))
                .put(afterSignature)
                .put(ascii(Integer.toString(body.length)))
                .put(END_OF_HEAD)
                .put(body)
                .flip();
    }

    /** Makes the text that is signed anew, with the time of now: method, path and query, which ends with the body's MD5. */
    private void refresh(long nanos) {
        String query = "auth_key=" + target.key() + "&auth_timestamp=" + System.currentTimeMillis() / 1000
                + "&auth_version=1.0&body_md5=";
        String before = "POST\n" + path() + "\n";
        signed = ascii(before + query + " ".repeat(32));
        queryFrom = before.length();
        digestFrom = queryFrom + query.length();
        signedNanos = nanos;
    }

    private String path() {
        return "/apps/" + target.appId() + "/events";
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks MD5, which every one has to have", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
