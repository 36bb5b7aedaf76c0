package dev.fanfare.protocol;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Encodes what the server sends. Every method returns the UTF-8 text of one frame. The one place that knows the names. */
public final class FrameWriter {
    private FrameWriter() {}

    public static byte[] connectionEstablished(SocketId socketId, int activityTimeoutSeconds) {
        throw new UnsupportedOperationException();
    }

    public static byte[] pong() {
        throw new UnsupportedOperationException();
    }

    /** {@code pusher:error} before a close. */
    public static byte[] error(CloseCode code) {
        throw new UnsupportedOperationException();
    }

    /** {@code pusher:error} of one frame: the connection stays. */
    public static byte[] error(ErrorCode code, String message) {
        throw new UnsupportedOperationException();
    }

    /** {@code pusher:subscription_error}, for channels that are not encrypted. */
    public static byte[] subscriptionError(String channel, SubscriptionRefusal refusal, String message) {
        throw new UnsupportedOperationException();
    }

    public static byte[] subscriptionSucceeded(ChannelName channel) {
        throw new UnsupportedOperationException();
    }

    /** For a presence channel, with every member in the order given. */
    public static byte[] subscriptionSucceeded(ChannelName channel, Collection<PresenceMember> members) {
        throw new UnsupportedOperationException();
    }

    public static byte[] memberAdded(ChannelName channel, PresenceMember member) {
        throw new UnsupportedOperationException();
    }

    public static byte[] memberRemoved(ChannelName channel, String userId) {
        throw new UnsupportedOperationException();
    }

    public static byte[] subscriptionCount(ChannelName channel, int count) {
        throw new UnsupportedOperationException();
    }

    public static byte[] cacheMiss(ChannelName channel) {
        throw new UnsupportedOperationException();
    }

    /** @param userId the sender in a presence channel, null elsewhere */
    public static byte[] clientEvent(ClientFrame.ClientEvent event, @Nullable String userId) {
        throw new UnsupportedOperationException();
    }

    public static byte[] signinSucceeded(String userData) {
        throw new UnsupportedOperationException();
    }

    /** One frame; a list that is empty is left out. At least one is not. */
    public static byte[] watchlistEvents(Collection<String> online, Collection<String> offline) {
        throw new UnsupportedOperationException();
    }
}
