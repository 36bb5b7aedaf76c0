package dev.fanfare.protocol;

/**
 * HMAC-SHA256 of one secret, in lower-case hex. Holds a keyed {@code Mac} that it uses again and again, so it belongs to
 * one thread. Source: Pusher Channels documentation, "Generating authentication signatures".
 */
public final class Signer {
    public Signer(AppSecret secret) {
        throw new UnsupportedOperationException();
    }

    /** @return 64 characters */
    public String sign(byte[] text, int from, int to) {
        throw new UnsupportedOperationException();
    }

    public String sign(String text) {
        throw new UnsupportedOperationException();
    }

    /** Compares in constant time. Hex in either case; anything that is not 64 hex digits does not match. */
    public boolean matches(String signature, byte[] text, int from, int to) {
        throw new UnsupportedOperationException();
    }

    public boolean matches(String signature, String text) {
        throw new UnsupportedOperationException();
    }

    /** What an app signs to let a connection subscribe. */
    public static String channelText(SocketId socketId, String channel, @org.jspecify.annotations.Nullable String channelData) {
        throw new UnsupportedOperationException();
    }

    /** What an app signs to let a connection sign in. */
    public static String userText(SocketId socketId, String userData) {
        throw new UnsupportedOperationException();
    }
}
