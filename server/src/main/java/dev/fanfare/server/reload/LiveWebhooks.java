package dev.fanfare.server.reload;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.store.Store;
import dev.fanfare.server.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks that are made when the first one is configured, at the start or later; nothing of them is loaded before. Those who
 * were in a channel by then are not told of.
 */
public final class LiveWebhooks implements ChannelListener, AutoCloseable {
    private final Apps apps;
    private final Store store;
    private final InstantSource clock;
    private volatile @Nullable Webhooks current;
    /** {@link #current}, or nobody. */
    private volatile ChannelListener told = ChannelListener.NONE;

    /** What {@link Webhooks} will need. */
    public LiveWebhooks(Apps apps, Store store, InstantSource clock) {
        this.apps = apps;
        this.store = store;
        this.clock = clock;
    }

    /** Never any webhook. */
    public static LiveWebhooks none() {
        return new LiveWebhooks(new FixedApps(List.of()), Store.ofNothing(), InstantSource.system());
    }

    /** Puts other endpoints in force. Called by one thread at a time. */
    public void configure(List<WebhookConfig> endpoints) {
        Webhooks webhooks = current;
        if (webhooks != null) {
            webhooks.configure(endpoints);
        } else if (!endpoints.isEmpty()) {
            Webhooks first = new Webhooks(endpoints, apps, store, clock);
            current = first;
            told = first;
        }
    }

    /** Null before the first webhook. From any thread. */
    public @Nullable Webhooks current() {
        return current;
    }

    @Override
    public void occupied(App app, ChannelName channel) {
        told.occupied(app, channel);
    }

    @Override
    public void vacated(App app, ChannelName channel) {
        told.vacated(app, channel);
    }

    @Override
    public void memberAdded(App app, ChannelName channel, String userId) {
        told.memberAdded(app, channel, userId);
    }

    @Override
    public void memberRemoved(App app, ChannelName channel, String userId) {
        told.memberRemoved(app, channel, userId);
    }

    @Override
    public void clientEvent(
            App app, ChannelName channel, ClientFrame.ClientEvent event, SocketId sender, @Nullable String userId) {
        told.clientEvent(app, channel, event, sender, userId);
    }

    @Override
    public void cacheMissed(App app, ChannelName channel) {
        told.cacheMissed(app, channel);
    }

    @Override
    public void subscriptionCountChanged(App app, ChannelName channel, int count) {
        told.subscriptionCountChanged(app, channel, count);
    }

    /** As {@link Webhooks#delivered}. */
    public long delivered(String appId) {
        Webhooks webhooks = current;
        return webhooks == null ? 0 : webhooks.delivered(appId);
    }

    /** As {@link Webhooks#freeze}. */
    public void freeze() {
        Webhooks webhooks = current;
        if (webhooks != null) {
            webhooks.freeze();
        }
    }

    /** As {@link Webhooks#flush}. */
    public void flush(Duration time) {
        Webhooks webhooks = current;
        if (webhooks != null) {
            webhooks.flush(time);
        }
    }

    @Override
    public void close() {
        Webhooks webhooks = current;
        if (webhooks != null) {
            webhooks.close();
        }
    }
}
