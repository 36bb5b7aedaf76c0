package dev.fanfare.sdk.registry;

/**
 * Whether somebody may subscribe.
 *
 * @param reason for logs, never for clients: it may tell what exists
 */
public record Decision(boolean allowed, String reason) {
    public static Decision allow(String reason) {
        return new Decision(true, reason);
    }

    public static Decision deny(String reason) {
        return new Decision(false, reason);
    }
}
