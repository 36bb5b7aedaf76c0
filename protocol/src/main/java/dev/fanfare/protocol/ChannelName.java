package dev.fanfare.protocol;

/**
 * The name of a channel, with what its prefix says about it. Equal by text. Source: Pusher Channels documentation,
 * "Channel naming conventions".
 */
public final class ChannelName {
    private static final String SERVER_TO_USER = "#server-to-user-";
    private static final String ALPHABET = "A-Z a-z 0-9 _ - = @ , . ;";
    private static final boolean[] ALLOWED = allowed();

    private final String value;
    private final ChannelType type;
    private final boolean cached;

    private ChannelName(String value, ChannelType type, boolean cached) {
        this.value = value;
        this.type = type;
        this.cached = cached;
    }

    /**
     * Accepts one or more of {@code A-Z a-z 0-9 _ - = @ , . ;}, and the same behind {@code #server-to-user-}.
     *
     * @param maxLength the longest name accepted, in characters, the prefix included
     * @throws ProtocolException if the name is empty, too long, or has other characters
     */
    public static ChannelName parse(String text, int maxLength) throws ProtocolException {
        if (text.length() > maxLength) {
            throw new ProtocolException("Invalid channel name: " + Excerpt.of(text) + " has " + text.length()
                    + " characters, expected at most " + maxLength);
        }
        boolean serverToUser = text.startsWith(SERVER_TO_USER);
        if (!isPlain(text, serverToUser ? SERVER_TO_USER.length() : 0)) {
            throw new ProtocolException(
                    "Invalid channel name: '" + Excerpt.of(text) + "', expected one or more of " + ALPHABET);
        }
        return serverToUser ? new ChannelName(text, ChannelType.SERVER_TO_USER, false) : typed(text);
    }

    /**
     * The channel of a user.
     *
     * @throws IllegalArgumentException if the id is empty or not of the alphabet of channel names
     */
    public static ChannelName serverToUser(String userId) {
        if (!isPlain(userId, 0)) {
            throw new IllegalArgumentException(
                    "User id '" + Excerpt.of(userId) + "', expected one or more of " + ALPHABET);
        }
        return new ChannelName(SERVER_TO_USER + userId, ChannelType.SERVER_TO_USER, false);
    }

    private static ChannelName typed(String text) {
        if (text.startsWith("private-")) {
            if (text.startsWith("encrypted-", 8)) {
                return new ChannelName(text, ChannelType.ENCRYPTED, text.startsWith("cache-", 18));
            }
            return new ChannelName(text, ChannelType.PRIVATE, text.startsWith("cache-", 8));
        }
        if (text.startsWith("presence-")) {
            return new ChannelName(text, ChannelType.PRESENCE, text.startsWith("cache-", 9));
        }
        return new ChannelName(text, ChannelType.PUBLIC, text.startsWith("cache-"));
    }

    /** Whether a text has at least one character from a position on, and all of them from the alphabet. */
    static boolean isPlain(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ALLOWED.length || !ALLOWED[c]) {
                return false;
            }
        }
        return text.length() > from;
    }

    private static boolean[] allowed() {
        boolean[] allowed = new boolean[128];
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] =
                    c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "_-=@,.;".indexOf(c) >= 0;
        }
        return allowed;
    }

    /** The text, of ASCII characters that JSON need not escape. */
    public String value() {
        return value;
    }

    /** What the prefix says. */
    public ChannelType type() {
        return type;
    }

    /** Whether the channel keeps its last event for new subscribers. */
    public boolean isCached() {
        return cached;
    }

    /** Whether the channel has members. */
    public boolean isPresence() {
        return type == ChannelType.PRESENCE;
    }

    /**
     * The user a {@code #server-to-user-} channel belongs to.
     *
     * @throws IllegalStateException if the channel is of another type
     */
    public String userId() {
        if (type != ChannelType.SERVER_TO_USER) {
            throw new IllegalStateException("Channel " + value + " belongs to no user, expected " + SERVER_TO_USER);
        }
        return value.substring(SERVER_TO_USER.length());
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
