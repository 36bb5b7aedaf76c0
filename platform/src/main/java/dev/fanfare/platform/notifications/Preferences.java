package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.systems.user.NotificationType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** What a user wants to be told of, and where. */
record Preferences(
        @NotNull @Valid Choice order,
        @NotNull @Valid Choice message,
        @NotNull @Valid Choice payment,
        @NotNull @Valid Choice system) {
    /**
     * For notifications of one type.
     *
     * @param inApp whether they are kept and told at all
     * @param email whether a letter may follow
     */
    record Choice(@NotNull Boolean inApp, @NotNull Boolean email) {
        /** Of those who have not chosen. */
        static final Choice PRESET = new Choice(true, false);
    }

    static Preferences of(Map<NotificationType, Choice> chosen) {
        return new Preferences(
                chosen.getOrDefault(NotificationType.ORDER, Choice.PRESET),
                chosen.getOrDefault(NotificationType.MESSAGE, Choice.PRESET),
                chosen.getOrDefault(NotificationType.PAYMENT, Choice.PRESET),
                chosen.getOrDefault(NotificationType.SYSTEM, Choice.PRESET));
    }

    Choice choice(NotificationType type) {
        return switch (type) {
            case ORDER -> order;
            case MESSAGE -> message;
            case PAYMENT -> payment;
            case SYSTEM -> system;
        };
    }
}
