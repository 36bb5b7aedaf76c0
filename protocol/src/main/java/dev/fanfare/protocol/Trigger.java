package dev.fanfare.protocol;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as a publisher sends it in the body of {@code POST /events}, or as one item of a batch. Everything is checked:
 * names, sizes, types. Refers to the body's bytes, so {@link #frame} must be called before they change. Source: Pusher
 * Channels documentation, "HTTP API".
 */
public final class Trigger {
    private final List<ChannelName> channels;
    private final EscapedText name;
    private final EscapedText data;
    private final @Nullable SocketId except;
    private final Set<Attribute> info;

    Trigger(
            List<ChannelName> channels,
            EscapedText name,
            EscapedText data,
            @Nullable SocketId except,
            Set<Attribute> info) {
        this.channels = List.copyOf(channels);
        this.name = name;
        this.data = data;
        this.except = except;
        this.info = info;
    }

    /**
     * What one publish of an app may hold.
     *
     * @param channelNameLength in characters
     * @param eventNameLength in characters
     * @param eventDataSize in bytes of UTF-8, after unescaping
     * @param channels of one event
     * @param batch events of one batch
     */
    public record Limits(int channelNameLength, int eventNameLength, int eventDataSize, int channels, int batch) {}

    /** Which attributes of the channels the publisher asks for. */
    public enum Attribute {
        USER_COUNT,
        SUBSCRIPTION_COUNT,
        CACHE;

        private final String key = name().toLowerCase(Locale.ROOT);

        /**
         * Reads the value of {@code info}, names with commas between them.
         *
         * @return empty for an empty text
         * @throws TriggerException with status 400 if a name is not known
         */
        public static Set<Attribute> parse(String info) throws TriggerException {
            if (info.isEmpty()) {
                return Set.of();
            }
            Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
            for (String name : info.split(",", -1)) {
                attributes.add(named(name.strip()));
            }
            return Collections.unmodifiableSet(attributes);
        }

        private static Attribute named(String name) throws TriggerException {
            for (Attribute attribute : values()) {
                if (attribute.key.equals(name)) {
                    return attribute;
                }
            }
            throw new TriggerException(
                    400,
                    "Unknown info attribute: '" + Excerpt.of(name)
                            + "', expected user_count, subscription_count or cache");
        }

        /** The name on the wire. */
        public String key() {
            return key;
        }
    }

    /**
     * Reads the body of {@code POST /events}. {@code channels} wins over {@code channel}; {@code null} counts as absent;
     * data that is not a string is published as its JSON text, without white space; unknown keys are ignored.
     *
     * @param body JSON in UTF-8; validated here
     * @throws TriggerException if anything is wrong with it: nothing of it may be published
     */
    public static Trigger parse(byte[] body, int from, int to, Limits limits) throws TriggerException {
        return new TriggerReader(limits).read(body, from, to);
    }

    /** As {@link #parse}, for {@code POST /batch_events}; every item has exactly one channel. */
    public static List<Trigger> parseBatch(byte[] body, int from, int to, Limits limits) throws TriggerException {
        return new TriggerReader(limits).readBatch(body, from, to);
    }

    /** One or more, without duplicates, in the order of the body. */
    public List<ChannelName> channels() {
        return channels;
    }

    /** The event, encoded for one of the channels. */
    public EventFrame frame(ChannelName channel) {
        return EventFrame.of(name, channel, data);
    }

    /** The connection that gets nothing, if any. */
    public @Nullable SocketId except() {
        return except;
    }

    /** Empty if the publisher asked for none. */
    public Set<Attribute> info() {
        return info;
    }
}
