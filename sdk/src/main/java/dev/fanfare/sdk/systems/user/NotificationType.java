package dev.fanfare.sdk.systems.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a notification is about; in lower case on the wire. */
public enum NotificationType {
    ORDER,
    MESSAGE,
    PAYMENT,
    SYSTEM;

    /** @throws IllegalArgumentException with those that there are; upper and lower case are the same */
    @JsonCreator
    public static NotificationType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Notification of type `" + name + "`, expected one of "
                        + Arrays.stream(values())
                                .map(NotificationType::wireName)
                                .collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
