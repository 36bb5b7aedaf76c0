package dev.fanfare.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.admin.StoredAnnouncement.Kind;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.sdk.systems.announcement.ServiceStatus.Level;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Announcements over time, which the tests turn forward by writing other times down. */
@OnEachDatabase
class DueAnnouncementsTest {
    private static final String OVER = "update announcement set ends_at = created_at where id = ?";

    private final RunningPlatform platform;
    private final Announcements announcements;
    private final SignedIn dan;

    DueAnnouncementsTest(RunningPlatform platform) {
        this.platform = platform;
        announcements = platform.bean(Announcements.class);
        dan = new SignedIn(Objects.requireNonNull(platform.bean(Accounts.class).find("dan")));
    }

    @AfterEach
    void forgetAll() {
        platform.bean(JdbcClient.class).sql("delete from announcement").update();
    }

    private void update(String sql, String id) {
        platform.bean(JdbcClient.class).sql(sql).param(id).update();
    }

    /** @return its id */
    private String post(
            Kind kind, String message, @Nullable Level status, @Nullable Duration startsIn, @Nullable Duration endsIn) {
        Instant now = Instant.now();
        return announcements
                .post(
                        dan,
                        new NewAnnouncement(
                                kind,
                                message,
                                status,
                                startsIn == null ? null : now.plus(startsIn),
                                endsIn == null ? null : now.plus(endsIn),
                                null))
                .id();
    }

    private List<String> current() {
        return announcements.current(null).stream()
                .map(StoredAnnouncement::message)
                .toList();
    }

    @Test
    void whatIsEndedOrOverBeforeItWasToldIsNotTold() throws IOException {
        Duration minute = Duration.ofMinutes(1);
        String ended = post(Kind.ANNOUNCEMENT, "Ended", null, minute, null);
        String over = post(Kind.ANNOUNCEMENT, "Over", null, minute, Duration.ofHours(1));
        assertThat(platform.bean(AnnouncementTable.class).nextDue()).isNotNull();
        announcements.end(dan, ended);
        update(OVER, over);
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("public-announcements");

            for (String id : List.of(ended, over)) {
                platform.bean(DueAnnouncements.class).goOn(id);
            }
            post(Kind.ANNOUNCEMENT, "The next", null, null, null);

            assertThat(RunningPlatform.heard(anybody, "announcement")
                            .dataJson()
                            .path("message")
                            .asString())
                    .isEqualTo("The next");
        }
        assertThat(platform.bean(AnnouncementTable.class).nextDue()).isNull();
    }

    @Test
    void aStatusThatIsOverIsNotToldAgainOnceAnotherEnds() throws IOException {
        String slow = post(Kind.STATUS, "Search is slow", Level.DEGRADED, null, Duration.ofHours(1));
        String worse = post(Kind.STATUS, "No search", Level.OUTAGE, null, null);
        update(OVER, slow);
        try (TestClient anybody = platform.client()) {
            anybody.subscribe("status-updates");

            announcements.end(dan, worse);

            assertThat(RunningPlatform.heard(anybody, "status")
                            .dataJson()
                            .path("status")
                            .asString())
                    .isEqualTo("operational");
        }
        assertThat(current()).isEmpty();
    }

    @Test
    void theStatusIsTheOneWhoseTimeCameLastOfThoseThatAreNotOver() {
        String planned = post(Kind.STATUS, "No search", Level.OUTAGE, Duration.ofMinutes(1), Duration.ofHours(1));
        String slow = post(Kind.STATUS, "Search is slow", Level.DEGRADED, null, null);
        assertThat(current()).containsExactly("Search is slow");

        update("update announcement set created_at = created_at - interval '1' hour where id = ?", slow);
        update(
                "update announcement set created_at = created_at - interval '2' hour, starts_at = created_at where id = ?",
                planned);
        assertThat(current()).containsExactly("No search");

        update(OVER, planned);
        assertThat(current()).containsExactly("Search is slow");
    }
}
