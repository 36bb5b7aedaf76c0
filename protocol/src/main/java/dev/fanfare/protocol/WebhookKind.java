package dev.fanfare.protocol;

import java.util.Locale;

/** What a webhook can tell. Prints as on the wire. Source: Pusher Channels documentation, "Webhooks". */
public enum WebhookKind {
    CHANNEL_OCCUPIED,
    CHANNEL_VACATED,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    CLIENT_EVENT,
    /** Not known to every SDK of a back end: Swift's cannot read a request that holds one. */
    CACHE_MISS,
    /** As {@link #CACHE_MISS}. */
    SUBSCRIPTION_COUNT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
