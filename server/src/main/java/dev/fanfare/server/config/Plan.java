package dev.fanfare.server.config;

import dev.fanfare.engine.app.AppLimits;

/** A set of limits with a name, as hosted services sell them. An app's own {@code limits} come before it. */
enum Plan {
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
}
