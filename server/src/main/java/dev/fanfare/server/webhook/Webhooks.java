package dev.fanfare.server.webhook;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.protocol.WebhookEvent;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.store.Store;
import dev.fanfare.server.webhook.Settling.Occupant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells back ends what happens to channels. What the engine says on its loops is handed to one thread, which lets departures
 * settle, queues what an endpoint wants, and sends it. Everything that is due is in the store until an endpoint has taken it.
 */
public final class Webhooks implements ChannelListener, AutoCloseable {
    private static final int TICK_MILLIS = 100;
    /** Events on their way from the loops. Above that some are dropped, but none of who comes and goes. */
    private static final int MAX_TASKS = 20_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("fanfare-webhooks").daemon().unstarted(task));
    private final AtomicInteger tasks = new AtomicInteger();
    private final Outbox outbox;
    private final Settling settling;
    private final CacheMisses cacheMisses = new CacheMisses(System::nanoTime);

    /**
     * Begins to send what the store holds from before.
     *
     * @param endpoints of all apps
     * @param apps whose secrets sign, asked for every request
     */
    public Webhooks(List<WebhookConfig> endpoints, Apps apps, Store store, InstantSource clock) {
        outbox = new Outbox(endpoints, apps, store, clock, thread);
        settling = new Settling(store, System::nanoTime, this::settled);
        thread.execute(outbox::resume);
        thread.scheduleWithFixedDelay(settling::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Goes on with other endpoints; what waits for one that stays is not lost. From any thread. */
    public void configure(List<WebhookConfig> endpoints) {
        thread.execute(() -> outbox.configure(endpoints));
    }

    @Override
    public void occupied(App app, ChannelName channel) {
        if (wantsChannel(app, channel)) {
            run(() -> settling.arrived(new Occupant(app.id(), channel.value(), null)));
        }
    }

    @Override
    public void vacated(App app, ChannelName channel) {
        if (wantsChannel(app, channel)) {
            run(() -> settling.left(new Occupant(app.id(), channel.value(), null)));
        }
    }

    private boolean wantsChannel(App app, ChannelName channel) {
        return wants(app, WebhookKind.CHANNEL_OCCUPIED, channel) || wants(app, WebhookKind.CHANNEL_VACATED, channel);
    }

    @Override
    public void memberAdded(App app, ChannelName channel, String userId) {
        if (wantsMembers(app, channel)) {
            run(() -> settling.arrived(new Occupant(app.id(), channel.value(), userId)));
        }
    }

    @Override
    public void memberRemoved(App app, ChannelName channel, String userId) {
        if (wantsMembers(app, channel)) {
            run(() -> settling.left(new Occupant(app.id(), channel.value(), userId)));
        }
    }

    private boolean wantsMembers(App app, ChannelName channel) {
        return wants(app, WebhookKind.MEMBER_ADDED, channel) || wants(app, WebhookKind.MEMBER_REMOVED, channel);
    }

    @Override
    public void clientEvent(
            App app, ChannelName channel, ClientFrame.ClientEvent event, SocketId sender, @Nullable String userId) {
        if (wants(app, WebhookKind.CLIENT_EVENT, channel)) {
            runUnlessBusy(() -> outbox.add(app.id(), WebhookEvent.clientEvent(channel, event, sender, userId)));
        }
    }

    @Override
    public void cacheMissed(App app, ChannelName channel) {
        if (wants(app, WebhookKind.CACHE_MISS, channel)) {
            runUnlessBusy(() -> {
                if (cacheMisses.isNews(app.id(), channel.value())) {
                    outbox.add(app.id(), WebhookEvent.cacheMiss(channel));
                }
            });
        }
    }

    @Override
    public void subscriptionCountChanged(App app, ChannelName channel, int count) {
        if (wants(app, WebhookKind.SUBSCRIPTION_COUNT, channel)) {
            runUnlessBusy(() -> outbox.add(app.id(), WebhookEvent.subscriptionCount(channel, count)));
        }
    }

    private boolean wants(App app, WebhookKind kind, ChannelName channel) {
        return outbox.wants(app.id(), kind, channel.value());
    }

    private void settled(Occupant occupant, boolean there) {
        outbox.add(
                occupant.appId(),
                occupant.userId() == null
                        ? WebhookEvent.ofChannel(occupant.channel(), there)
                        : WebhookEvent.ofMember(occupant.channel(), occupant.userId(), there));
    }

    /** For what the thread may miss when there is more than it can do. */
    private void runUnlessBusy(Runnable task) {
        if (tasks.get() < MAX_TASKS) {
            run(task);
        } else {
            outbox.dropped(MAX_TASKS);
        }
    }

    private void run(Runnable task) {
        tasks.incrementAndGet();
        try {
            thread.execute(() -> {
                tasks.decrementAndGet();
                task.run();
            });
        } catch (RejectedExecutionException e) {
            // The server has ended: what happens now is seen again after the next start.
            return;
        }
    }

    /**
     * The events of the app that were given up, the oldest first. From any thread.
     *
     * @param after the id before the first one; empty for the oldest
     */
    public void deadLetters(String appId, String after, int limit, Consumer<List<DeadLetter>> answer) {
        thread.execute(() -> answer.accept(outbox.deadLetters(appId, after, limit)));
    }

    /**
     * Puts events that were given up back into the queue, to be stamped and signed anew. From any thread.
     *
     * @param ids which ones; empty for all of the app
     * @param answer is told how many there were
     */
    public void replay(String appId, Set<String> ids, Consumer<Integer> answer) {
        thread.execute(() -> answer.accept(outbox.replay(appId, ids)));
    }

    /**
     * Forgets events that were given up. From any thread.
     *
     * @param ids which ones
     * @param answer is told how many there were
     */
    public void discard(String appId, Set<String> ids, Consumer<Integer> answer) {
        thread.execute(() -> answer.accept(outbox.discard(appId, ids)));
    }

    /** From any thread. */
    public WebhookCounts counts() {
        return outbox.tally().counts();
    }

    /** Events of the app that its endpoints have taken since the start. From any thread. */
    public long delivered(String appId) {
        return outbox.tally().deliveredOf(appId);
    }

    /** The server is going: whose connection ends now comes back elsewhere, so nobody is told of it. */
    public void freeze() {
        thread.execute(settling::freeze);
    }

    /** Waits until everything due has been sent, or for the time; what is left is in the store. Called once, before the end. */
    public void flush(Duration time) {
        try {
            CompletableFuture.supplyAsync(outbox::emptied, thread).get().get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            System.getLogger(Webhooks.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "{0} events for webhooks are not delivered yet",
                            outbox.tally().waiting());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        outbox.close();
    }
}
