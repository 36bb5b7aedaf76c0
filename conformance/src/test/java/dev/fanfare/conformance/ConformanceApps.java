package dev.fanfare.conformance;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.testkit.TestApp;
import java.time.Duration;
import java.util.List;

/** The apps of the server under test, as {@code transcripts/README.md} describes them. App x has key x-key and secret x-secret. */
final class ConformanceApps {
    private static final AppLimits LIMITS = AppLimits.DEFAULT;
    private static final AppFeatures MAIN = new AppFeatures(true, true, true, false, Duration.ZERO);
    private static final AppFeatures GUARDED = new AppFeatures(true, true, false, false, Duration.ofSeconds(1));
    private static final AppLimits SMALL =
            new AppLimits(AppLimits.UNLIMITED, 3, 20, 10, 16, 2, 2, 2, 64, 8, 2, 2, LIMITS.cacheTtl());

    static final List<App> ALL = List.of(
            app("main", true, List.of(), 120, MAIN, LIMITS),
            app("counting", true, List.of(), 120, AppFeatures.DEVELOPMENT, LIMITS),
            app("plain", true, List.of(), 120, AppFeatures.NONE, LIMITS),
            app("small", true, List.of(), 120, MAIN, SMALL),
            app("single", true, List.of(), 120, MAIN, withConnections(1)),
            app("guarded", true, List.of(), 120, GUARDED, LIMITS),
            app("origins", true, List.of("good.example", "*.trusted.example"), 120, MAIN, LIMITS),
            app("disabled", false, List.of(), 120, MAIN, LIMITS),
            app("impatient", true, List.of(), 1, MAIN, LIMITS),
            app("forgetful", true, List.of(), 120, MAIN, withCacheTtl(Duration.ofSeconds(1))));

    private ConformanceApps() {}

    private static App app(
            String name,
            boolean enabled,
            List<String> origins,
            int activitySeconds,
            AppFeatures features,
            AppLimits limits) {
        AppSecret secret = new AppSecret(name + "-secret");
        return new App(name, name + "-key", List.of(secret), enabled, origins, activitySeconds, features, limits);
    }

    private static AppLimits withConnections(int connections) {
        return limits(connections, LIMITS.cacheTtl());
    }

    private static AppLimits withCacheTtl(Duration ttl) {
        return limits(LIMITS.connections(), ttl);
    }

    private static AppLimits limits(int connections, Duration cacheTtl) {
        return new AppLimits(
                connections,
                LIMITS.subscriptionsPerConnection(),
                LIMITS.channelNameLength(),
                LIMITS.eventNameLength(),
                LIMITS.eventDataSize(),
                LIMITS.channelsPerPublish(),
                LIMITS.eventsPerBatch(),
                LIMITS.presenceMembers(),
                LIMITS.presenceMemberSize(),
                LIMITS.userIdLength(),
                LIMITS.clientEventsPerSecond(),
                LIMITS.watchlistSize(),
                cacheTtl);
    }

    static TestApp credentials(String name) {
        return new TestApp(name, name + "-key", name + "-secret");
    }

    static List<TestApp> credentials() {
        return ALL.stream().map(app -> credentials(app.id())).toList();
    }
}
