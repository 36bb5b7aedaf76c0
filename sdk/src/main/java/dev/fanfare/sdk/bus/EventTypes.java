package dev.fanfare.sdk.bus;

/** Types of events that several modules know. An application adds those of its own. */
public final class EventTypes {
    public static final String ORDER_CREATED = "order.created";
    public static final String ORDER_STATUS_CHANGED = "order.status_changed";
    public static final String RECORD_CHANGED = "record.changed";
    public static final String MESSAGE_SENT = "message.sent";
    public static final String NOTIFICATION_CREATED = "notification.created";
    public static final String MEMBERSHIP_ENDED = "membership.ended";

    private EventTypes() {}
}
