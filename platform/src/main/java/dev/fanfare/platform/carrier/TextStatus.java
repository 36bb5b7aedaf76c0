package dev.fanfare.platform.carrier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a text has come, as its carrier says. */
public enum TextStatus {
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    READ;

    /** Null for a word that says nothing of how far a text has come. */
    static @Nullable TextStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "accepted", "scheduled", "queued" -> QUEUED;
            case "sending" -> SENDING;
            case "sent" -> SENT;
            case "delivered" -> DELIVERED;
            case "undelivered", "partially_delivered" -> UNDELIVERED;
            case "failed", "canceled" -> FAILED;
            case "read" -> READ;
            default -> null;
        };
    }
}
