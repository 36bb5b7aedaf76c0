package dev.fanfare.server.usage;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.server.store.Store;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final String TABLE = "usage";

    private final Apps apps;
    private final ToLongFunction<App> messages;
    private final Store store;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("fanfare-usage").daemon().unstarted(task));

    /** Belongs to the app's day: what was used before the offset, and where in the node's count the offset is. */
    private record Count(LocalDate day, long kept, long offset) {}

    /** @param messages of an app since the node started, webhooks included; asked on any thread */
    public DailyUsage(Apps apps, ToLongFunction<App> messages, Store store, InstantSource clock) {
        this.apps = apps;
        this.messages = messages;
        this.store = store;
        this.clock = clock;
        store.read(TABLE).forEach(this::read);
    }

    private void read(String appId, String text) {
        int space = text.indexOf(' ');
        try {
            LocalDate day = LocalDate.parse(text.substring(0, space));
            counts.put(appId, new Count(day, Long.parseLong(text.substring(space + 1)), 0));
        } catch (RuntimeException e) {
            System.getLogger(DailyUsage.class.getName())
                    .log(Level.WARNING, "The count of messages of app {0} cannot be read and begins anew", appId);
        }
    }

    /** Begins to keep the counts, every few seconds. */
    public void start() {
        Duration every = Duration.ofSeconds(KEEP_SECONDS);
        thread.scheduleWithFixedDelay(this::keep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Messages of the app today. From any thread. */
    public long today(App app) {
        long total = messages.applyAsLong(app);
        Count count = counts.compute(app.id(), (id, known) -> current(known, total));
        return count.kept + total - count.offset;
    }

    private Count current(@Nullable Count known, long total) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (known == null) {
            return new Count(today, 0, 0);
        }
        return known.day.isBefore(today) ? new Count(today, 0, total) : known;
    }

    /** Whether the app has used up its messages of today. From any thread; costs nothing where there is no limit. */
    @Override
    public boolean test(App app) {
        int limit = app.limits().messagesPerDay();
        return limit != AppLimits.UNLIMITED && today(app) >= limit;
    }

    /** Writes the counts down. */
    void keep() {
        for (App app : apps.all()) {
            long used = today(app);
            Count count = counts.get(app.id());
            if (count != null) {
                store.put(TABLE, app.id(), count.day + " " + used);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        keep();
    }
}
