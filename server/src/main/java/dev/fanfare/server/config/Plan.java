package dev.fanfare.server.config;

import dev.fanfare.engine.app.AppLimits;
import java.util.Arrays;
import java.util.Locale;

/** A set of limits with a name, as hosted services sell them. An app's own {@code limits} come before it. */
public enum Plan {
    NONE(AppLimits.UNLIMITED, AppLimits.UNLIMITED, AppLimits.UNLIMITED),
    SANDBOX(200_000, 100, 100),
    STARTUP(2_000_000, 500, 1_000),
    PRO(20_000_000, 10_000, 10_000),
    ENTERPRISE(AppLimits.UNLIMITED, AppLimits.UNLIMITED, AppLimits.UNLIMITED);

    final int messagesPerDay;
    final int connections;
    final int channels;

    Plan(int messagesPerDay, int connections, int channels) {
        this.messagesPerDay = messagesPerDay;
        this.connections = connections;
        this.channels = channels;
    }

    /** The plan whose limits these are: {@code none} where there are none, {@code custom} if they are nobody's. */
    public static String nameOf(AppLimits limits) {
        return Arrays.stream(values())
                .filter(plan -> plan.messagesPerDay == limits.messagesPerDay()
                        && plan.connections == limits.connections()
                        && plan.channels == limits.channels())
                .findFirst()
                .map(plan -> plan.name().toLowerCase(Locale.ROOT))
                .orElse("custom");
    }
}
