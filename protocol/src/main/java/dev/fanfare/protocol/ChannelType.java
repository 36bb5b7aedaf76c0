package dev.fanfare.protocol;

/** What a channel's name says about it. Source: Pusher Channels documentation, "Channel types". */
public enum ChannelType {
    PUBLIC(false, false),
    PRIVATE(true, true),
    /** End-to-end encrypted: to the server a private channel whose data is opaque. */
    ENCRYPTED(true, true),
    PRESENCE(true, true),
    /** {@code #server-to-user-{id}}: subscribed to by the connections that are signed in as that user. */
    SERVER_TO_USER(false, false);

    private static final String ENCRYPTED_PREFIX = "private-encrypted-";

    private final boolean authorized;
    private final boolean clientEvents;

    ChannelType(boolean authorized, boolean clientEvents) {
        this.authorized = authorized;
        this.clientEvents = clientEvents;
    }

    /** Whether a subscription needs the app's signature. */
    public boolean requiresAuthorization() {
        return authorized;
    }

    /** Whether subscribers may send client events. */
    public boolean acceptsClientEvents() {
        return clientEvents;
    }

    /** Whether a name, valid or not, is that of an encrypted channel. */
    public static boolean isEncrypted(String channelName) {
        return channelName.startsWith(ENCRYPTED_PREFIX);
    }
}
