package dev.fanfare.sdk.bus;

/** Types of events that several modules know. An application adds those of its own. */
public final class EventTypes {
    public static final String ORDER_CREATED = "order.created";

    private EventTypes() {}
}
