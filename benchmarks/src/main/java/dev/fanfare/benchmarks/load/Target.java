package dev.fanfare.benchmarks.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The server under load, and the app on it.
 *
 * @param pid the server's process, 0 if it runs elsewhere: then there is no figure per CPU second
 */
public record Target(String host, int port, String appId, String key, String secret, long pid) {
    /** The development app's id. */
    public static final String APP_ID = "app-id";

    private static final String NONCE = "d2hhdCBhIGZhbmZhcmUhIQ==";
    private static final String ACCEPT = accept();

    /** A server on this machine, with the development app. */
    public static Target local(int port, long pid) {
        return new Target("127.0.0.1", port, APP_ID, "app-key", "app-secret", pid);
    }

    public URI uri() {
        return URI.create("http://" + host + ":" + port);
    }

    InetSocketAddress address() {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new LoadFailure("Host " + host + " is unknown");
        }
        return address;
    }

    byte[] upgradeRequest() {
        return ("GET /app/" + key + "?protocol=7&client=bench&version=1.0 HTTP/1.1\r\nHost: " + host + ":" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + NONCE + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the server must make of the handshake's nonce, which is the same for all connections. */
    String expectedAccept() {
        return ACCEPT;
    }

    private static String accept() {
        try {
            byte[] text = (NONCE + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
