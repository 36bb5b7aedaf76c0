package dev.fanfare.server.usage;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.server.store.Store;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The messages of each app since midnight UTC. The count of the day is in the store, so that a restart does not begin anew; a
 * kill loses the last {@value #KEEP_SECONDS} seconds of it. A clock that goes back counts on in the day that had begun.
 */
public final class DailyUsage implements Predicate<App>, AutoCloseable {
    private static final int KEEP_SECONDS = 5;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final String TABLE = "usage";

    private final Apps apps;
    private final ToLongFunction<App> messages;
    private final Store store;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("fanfare-usage").daemon().unstarted(task));

    /**
     * What an app has used of a day.
     *
     * @param day since 1970
     * @param kept messages of the day that the node's count does not hold, from before a restart
     * @param offset what the node's count was when the day began
     */
    private record Count(long day, long kept, long offset) {}

    /** @param messages of an app since the node started, webhooks included; asked on any thread */
    public DailyUsage(Apps apps, ToLongFunction<App> messages, Store store, InstantSource clock) {
        this.apps = apps;
        this.messages = messages;
        this.store = store;
        this.clock = clock;
        store.read(TABLE).forEach(this::read);
        apps.all().forEach(this::today);
    }

    private void read(String appId, String text) {
        int space = text.indexOf(' ');
        try {
            long day = Long.parseLong(text.substring(0, Math.max(0, space)));
            counts.put(appId, new Count(day, Long.parseLong(text.substring(space + 1)), 0));
        } catch (NumberFormatException e) {
            System.getLogger(DailyUsage.class.getName())
                    .log(Level.WARNING, "The count of messages of app {0} cannot be read and begins anew", appId);
        }
    }

    /** Begins to keep the counts, every few seconds, if the store keeps anything. Called once. */
    public void start() {
        if (store.keeps()) {
            thread.scheduleWithFixedDelay(this::keep, KEEP_SECONDS, KEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Messages of the app today. From any thread. */
    public long today(App app) {
        long total = messages.applyAsLong(app);
        Count count = current(app, total);
        return count.kept + total - count.offset;
    }

    private Count current(App app, long total) {
        long day = Math.floorDiv(clock.millis(), DAY_MILLIS);
        Count known = counts.get(app.id());
        return known != null && known.day >= day
                ? known
                : counts.compute(app.id(), (id, latest) -> begun(latest, day, total));
    }

    private static Count begun(@Nullable Count latest, long day, long total) {
        return latest != null && latest.day >= day ? latest : new Count(day, 0, total);
    }

    /** Whether the app has used up its messages of today. From any thread; nothing is looked up where there is no limit. */
    @Override
    public boolean test(App app) {
        int limit = app.limits().messagesPerDay();
        return limit != AppLimits.UNLIMITED && today(app) >= limit;
    }

    /** Writes the counts down. */
    void keep() {
        for (App app : apps.all()) {
            long total = messages.applyAsLong(app);
            Count count = current(app, total);
            store.put(TABLE, app.id(), count.day + " " + (count.kept + total - count.offset));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        keep();
    }
}
