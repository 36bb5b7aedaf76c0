package dev.fanfare.server.api;

/** What a request is for, as metrics and logs call it, and the method that it takes. */
public enum RouteName {
    EVENTS("events", "POST"),
    BATCH_EVENTS("batch_events", "POST"),
    CHANNEL_EVENTS("channel_events", "POST"),
    CHANNELS("channels", "GET"),
    CHANNEL("channel", "GET"),
    CHANNEL_USERS("channel_users", "GET"),
    CHANNEL_STATS("channel_stats", "GET"),
    CONNECTIONS("connections", "GET"),
    USAGE("usage", "GET"),
    TERMINATE_CONNECTIONS("terminate_connections", "POST"),
    TERMINATE_SOCKETS("terminate_sockets", "POST"),
    DEAD_LETTERS("dead_letters", "GET"),
    REPLAY("replay", "POST"),
    DISCARD("discard", "POST"),
    HEALTH("health", "GET"),
    METRICS("metrics", "GET"),
    /** No route, or none that is known yet. */
    OTHER("other", "");

    private final String label;
    private final String method;

    RouteName(String label, String method) {
        this.label = label;
        this.method = method;
    }

    /** The name in metrics. */
    public String label() {
        return label;
    }

    /** Empty for none. */
    String method() {
        return method;
    }
}
