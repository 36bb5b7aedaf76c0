package dev.fanfare.platform.poker;

import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.env.Environment;

/** Timers and absences with a real clock, a real server and its webhooks. */
class PokerClockTest {
    private static final String AUTO_REVEAL = "\"autoReveal\":true";
    private static final String[] IMPATIENT = {
        "--platform.poker.absence-grace=300ms", "--platform.poker.host-grace=600ms"
    };

    @TempDir
    Path directory;

    /** One that outlives the platform. */
    private String url(Database database) {
        if (database == Database.H2) {
            return "jdbc:h2:file:" + directory.resolve("platform")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        }
        try (RunningPlatform first = RunningPlatform.on(database)) {
            return String.valueOf(first.bean(Environment.class).getProperty("spring.datasource.url"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTimerWhoseEndNobodySawRevealsOnceAfterARestart(Database database) throws IOException, InterruptedException {
        String url = url(database);
        String id;
        Instant endsAt;
        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Team team = new Team(platform);
            id = team.open("ada", List.of("bob"), AUTO_REVEAL);
            done(team.vote("bob", id, 5));
            endsAt = Instant.parse(done(team.act("ada", id, "timer", "{\"seconds\":2}"))
                    .path("timerEndsAt")
                    .asString());
            assertThat(team.see("bob", id).path("phase").asString()).isEqualTo("voting");
        }
        await().until(() -> Instant.now().isAfter(endsAt));

        try (RunningPlatform platform = RunningPlatform.start(url)) {
            Team team = new Team(platform);
            await().until(() -> team.see("bob", id).path("phase").asString().equals("revealed"));
            assertThat(team.see("bob", id).path("timerEndsAt").isNull()).isTrue();
            platform.bean(Games.class).change(id, game -> {});
            assertThat(reveals(team, id)).hasSize(1);
        }
    }

    private static List<String> reveals(Team team, String id) throws IOException, InterruptedException {
        return done(team.as("bob").get("/api/realtime/events?after=0&channel=presence-planning-poker-" + id))
                .path("events")
                .valueStream()
                .map(event -> event.path("event").asString())
                .filter("votes-revealed"::equals)
                .toList();
    }

    private static TestClient device(Team team, String user, String id) throws IOException, InterruptedException {
        TestClient client = team.platform().client();
        team.as(user).subscribe(client, "presence-planning-poker-" + id);
        return client;
    }

    private static void awaitConnected(Team team, String id, int count) {
        await().until(() ->
                team
                                .platform()
                                .bean(GameTable.class)
                                .load(team.platform().bean(PokerTable.class).find(id))
                                .members()
                                .stream()
                                .filter(PokerMember::isConnected)
                                .count()
                        == count);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsWaitedForWhoHasGone(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database, IMPATIENT)) {
            Team team = new Team(platform);
            String id = team.open("ada", List.of("bob", "cleo"), AUTO_REVEAL);
            try (TestClient ada = device(team, "ada", id);
                    TestClient _ = device(team, "bob", id)) {
                TestClient cleo = device(team, "cleo", id);
                awaitConnected(team, id, 3);
                done(team.vote("ada", id, 5));
                done(team.vote("bob", id, 8));
                assertThat(team.see("ada", id).path("phase").asString()).isEqualTo("voting");

                cleo.close();

                assertThat(RunningPlatform.heard(ada, "votes-revealed")
                                .dataJson()
                                .path("votes")
                                .size())
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenTheHostStaysAwaySomebodyElseLeads(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database, IMPATIENT)) {
            Team team = new Team(platform);
            String id = team.open("ada", List.of("bob", "dan"));
            done(team.assign("ada", id, "dan", "cofacilitator"));
            try (TestClient bob = device(team, "bob", id);
                    TestClient _ = device(team, "dan", id)) {
                TestClient ada = device(team, "ada", id);
                awaitConnected(team, id, 3);

                ada.close();

                await().until(() -> team.roleOf("dan", id).equals("facilitator"));
                RunningPlatform.heard(bob, "session:changed");
                assertThat(team.roleOf("ada", id)).isEqualTo("cofacilitator");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWebhooksHaveNotToldIsMadeGood(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database)) {
            Team team = new Team(platform);
            String id = team.open("ada", List.of("bob"));
            platform.bean(Games.class).change(id, game -> new Company(game).attend(Set.of("ada", "bob")));

            platform.bean(Attendees.class).lookAround();

            awaitConnected(team, id, 0);
        }
    }
}
