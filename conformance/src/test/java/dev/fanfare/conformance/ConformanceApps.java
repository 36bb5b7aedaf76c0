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
    private static final AppFeatures MAIN = new AppFeatures(true, true, true, false, false, Duration.ZERO);
    private static final AppFeatures SECURED = new AppFeatures(true, true, true, false, true, Duration.ZERO);
    private static final AppFeatures GUARDED = new AppFeatures(true, true, false, false, false, Duration.ofSeconds(1));
    private static final AppLimits SMALL = LIMITS.with()
            .subscriptionsPerConnection(3)
            .channelNameLength(20)
            .eventNameLength(10)
            .eventDataSize(16)
            .channelsPerPublish(2)
            .eventsPerBatch(2)
            .presenceMembers(2)
            .presenceMemberSize(64)
            .userIdLength(8)
            .clientEventsPerSecond(2)
            .watchlistSize(2)
            .build();

    static final List<App> ALL = List.of(
            app("main", true, List.of(), 120, MAIN, LIMITS),
            app("counting", true, List.of(), 120, AppFeatures.DEVELOPMENT, LIMITS),
            app("plain", true, List.of(), 120, AppFeatures.NONE, LIMITS),
            app("small", true, List.of(), 120, MAIN, SMALL),
            app(
                    "single",
                    true,
                    List.of(),
                    120,
                    MAIN,
                    LIMITS.with().connections(1).build()),
            app("guarded", true, List.of(), 120, GUARDED, LIMITS),
            app("origins", true, List.of("good.example", "*.trusted.example"), 120, MAIN, LIMITS),
            app("disabled", false, List.of(), 120, MAIN, LIMITS),
            app("secured", true, List.of(), 120, SECURED, LIMITS),
            app("impatient", true, List.of(), 1, MAIN, LIMITS),
            app(
                    "forgetful",
                    true,
                    List.of(),
                    120,
                    MAIN,
                    LIMITS.with().cacheTtl(Duration.ofSeconds(1)).build()));

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

    static TestApp credentials(String name) {
        return new TestApp(name, name + "-key", name + "-secret");
    }

    static List<TestApp> credentials() {
        return ALL.stream().map(app -> credentials(app.id())).toList();
    }
}
