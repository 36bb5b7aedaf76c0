package dev.fanfare.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyUsageTest {
    private static final App APP = new App(
            "1",
            "k",
            List.of(new AppSecret("s")),
            true,
            List.of(),
            120,
            AppFeatures.NONE,
            AppLimits.DEFAULT.with().messagesPerDay(100).build());

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T23:59:00Z");
    private long messages;

    private DailyUsage usage(Store store) {
        return new DailyUsage(new FixedApps(List.of(APP)), app -> messages, store, () -> now);
    }

    @Test
    void quotaIsUsedUpAtTheLimitAndFreeAgainAtMidnightUtc() {
        DailyUsage usage = usage(Store.ofNothing());
        messages = 99;
        assertThat(usage.test(APP)).isFalse();
        messages = 100;
        assertThat(usage.test(APP)).isTrue();

        now = now.plus(Duration.ofMinutes(1));
        assertThat(usage.test(APP)).isFalse();
        assertThat(usage.today(APP)).isZero();
        messages = 130;
        assertThat(usage.today(APP)).isEqualTo(30);
    }

    @Test
    void countSurvivesARestart() {
        try (Store store = Store.open(folder, InstantSource.system());
                DailyUsage usage = usage(store)) {
            messages = 70;
            assertThat(usage.today(APP)).isEqualTo(70);
        }
        messages = 0;
        try (Store store = Store.open(folder, InstantSource.system());
                DailyUsage usage = usage(store)) {
            messages = 5;
            assertThat(usage.today(APP)).isEqualTo(75);
        }
    }

    @Test
    void countOfYesterdayIsForgotten() {
        try (Store store = Store.open(folder, InstantSource.system());
                DailyUsage usage = usage(store)) {
            messages = 70;
            assertThat(usage.today(APP)).isEqualTo(70);
        }
        messages = 0;
        now = now.plus(Duration.ofHours(12));
        try (Store store = Store.open(folder, InstantSource.system());
                DailyUsage usage = usage(store)) {
            assertThat(usage.today(APP)).isZero();
        }
    }

    @Test
    void clockThatGoesBackNeitherLosesNorDoublesTheCount() {
        DailyUsage usage = usage(Store.ofNothing());
        now = now.plus(Duration.ofMinutes(2));
        assertThat(usage.today(APP)).isZero();
        messages = 10;
        assertThat(usage.today(APP)).isEqualTo(10);
        now = now.minus(Duration.ofHours(1));
        messages = 20;
        assertThat(usage.today(APP)).isEqualTo(20);
        now = now.plus(Duration.ofHours(1));
        assertThat(usage.today(APP)).isEqualTo(20);
    }

    @Test
    void appThatIsFirstAskedForOnALaterDayIsNotChargedForTheDaysBefore() {
        messages = 500;
        DailyUsage usage = usage(Store.ofNothing());
        messages = 510;

        assertThat(usage.today(APP)).isEqualTo(10);
    }
}
