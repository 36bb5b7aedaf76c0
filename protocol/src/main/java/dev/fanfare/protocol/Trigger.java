package dev.fanfare.protocol;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as a publisher sends it in the body of {@code POST /events}, or as one item of a batch. Everything is checked:
 * names, sizes, types. Refers to the body's bytes, so {@link #frame} must be called before they change.
 */
public final class Trigger {
    private Trigger() {}

    /** What one publish of an app may hold. */
    public record Limits(int channelNameLength, int eventNameLength, int eventDataSize, int channels, int batch) {}

    /** Which attributes of the channels the publisher asks for. */
    public enum Attribute { USER_COUNT, SUBSCRIPTION_COUNT, CACHE }

    /**
     * @param body JSON in UTF-8; validated here
     * @throws TriggerException if anything is wrong with it: nothing of it may be published
     */
    public static Trigger parse(byte[] body, int from, int to, Limits limits) throws TriggerException {
        throw new UnsupportedOperationException();
    }

    /** As {@link #parse}, for {@code POST /batch_events}; every item has exactly one channel. */
    public static List<Trigger> parseBatch(byte[] body, int from, int to, Limits limits) throws TriggerException {
        throw new UnsupportedOperationException();
    }

    /** One or more, without duplicates, in the order of the body. */
    public List<ChannelName> channels() {
        throw new UnsupportedOperationException();
    }

    public EventFrame frame(ChannelName channel) {
        throw new UnsupportedOperationException();
    }

    /** The connection that gets nothing, if any. */
    public @Nullable SocketId except() {
        throw new UnsupportedOperationException();
    }

    /** Empty if the publisher asked for none. */
    public Set<Attribute> info() {
        throw new UnsupportedOperationException();
    }
}
