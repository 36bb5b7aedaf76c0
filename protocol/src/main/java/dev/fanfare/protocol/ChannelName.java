package dev.fanfare.protocol;

/** The name of a channel, with what its prefix says about it. Equal by text. */
public final class ChannelName {
    private final String value;
    private final ChannelType type;
    private final boolean cached;

    private ChannelName(String value, ChannelType type, boolean cached) {
        this.value = value;
        this.type = type;
        this.cached = cached;
    }

    /** @param maxLength the longest name accepted, in characters */
    public static ChannelName parse(String text, int maxLength) throws ProtocolException {
        throw new UnsupportedOperationException();
    }

    public static ChannelName serverToUser(String userId) {
        throw new UnsupportedOperationException();
    }

    public String value() {
        return value;
    }

    public ChannelType type() {
        return type;
    }

    /** Whether the channel keeps its last event for new subscribers. */
    public boolean isCached() {
        return cached;
    }

    public boolean isPresence() {
        return type == ChannelType.PRESENCE;
    }

    /** The user a {@code #server-to-user-} channel belongs to; only for that type. */
    public String userId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelName name && name.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
