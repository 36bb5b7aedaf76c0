package dev.fanfare.engine.app;

import java.time.Duration;

/** Changes some of an app's limits; {@link AppLimits} says what each is. Used by one thread. */
public final class AppLimitsBuilder {
    private int connections;
    private int channels;
    private int messagesPerDay;
    private int subscriptionsPerConnection;
    private int channelNameLength;
    private int eventNameLength;
    private int eventDataSize;
    private int channelsPerPublish;
    private int eventsPerBatch;
    private int presenceMembers;
    private int presenceMemberSize;
    private int userIdLength;
    private int clientEventsPerSecond;
    private int watchlistSize;
    private Duration cacheTtl;

    AppLimitsBuilder(AppLimits limits) {
        connections = limits.connections();
        channels = limits.channels();
        messagesPerDay = limits.messagesPerDay();
        subscriptionsPerConnection = limits.subscriptionsPerConnection();
        channelNameLength = limits.channelNameLength();
        eventNameLength = limits.eventNameLength();
        eventDataSize = limits.eventDataSize();
        channelsPerPublish = limits.channelsPerPublish();
        eventsPerBatch = limits.eventsPerBatch();
        presenceMembers = limits.presenceMembers();
        presenceMemberSize = limits.presenceMemberSize();
        userIdLength = limits.userIdLength();
        clientEventsPerSecond = limits.clientEventsPerSecond();
        watchlistSize = limits.watchlistSize();
        cacheTtl = limits.cacheTtl();
    }

    public AppLimitsBuilder connections(int connections) {
        this.connections = connections;
        return this;
    }

    public AppLimitsBuilder channels(int channels) {
        this.channels = channels;
        return this;
    }

    public AppLimitsBuilder messagesPerDay(int messagesPerDay) {
        this.messagesPerDay = messagesPerDay;
        return this;
    }

    public AppLimitsBuilder subscriptionsPerConnection(int subscriptionsPerConnection) {
        this.subscriptionsPerConnection = subscriptionsPerConnection;
        return this;
    }

    public AppLimitsBuilder channelNameLength(int channelNameLength) {
        this.channelNameLength = channelNameLength;
        return this;
    }

    public AppLimitsBuilder eventNameLength(int eventNameLength) {
        this.eventNameLength = eventNameLength;
        return this;
    }

    public AppLimitsBuilder eventDataSize(int eventDataSize) {
        this.eventDataSize = eventDataSize;
        return this;
    }

    public AppLimitsBuilder channelsPerPublish(int channelsPerPublish) {
        this.channelsPerPublish = channelsPerPublish;
        return this;
    }

    public AppLimitsBuilder eventsPerBatch(int eventsPerBatch) {
        this.eventsPerBatch = eventsPerBatch;
        return this;
    }

    public AppLimitsBuilder presenceMembers(int presenceMembers) {
        this.presenceMembers = presenceMembers;
        return this;
    }

    public AppLimitsBuilder presenceMemberSize(int presenceMemberSize) {
        this.presenceMemberSize = presenceMemberSize;
        return this;
    }

    public AppLimitsBuilder userIdLength(int userIdLength) {
        this.userIdLength = userIdLength;
        return this;
    }

    public AppLimitsBuilder clientEventsPerSecond(int clientEventsPerSecond) {
        this.clientEventsPerSecond = clientEventsPerSecond;
        return this;
    }

    public AppLimitsBuilder watchlistSize(int watchlistSize) {
        this.watchlistSize = watchlistSize;
        return this;
    }

    public AppLimitsBuilder cacheTtl(Duration cacheTtl) {
        this.cacheTtl = cacheTtl;
        return this;
    }

    public AppLimits build() {
        return new AppLimits(
                connections,
                channels,
                messagesPerDay,
                subscriptionsPerConnection,
                channelNameLength,
                eventNameLength,
                eventDataSize,
                channelsPerPublish,
                eventsPerBatch,
                presenceMembers,
                presenceMemberSize,
                userIdLength,
                clientEventsPerSecond,
                watchlistSize,
                cacheTtl);
    }
}
