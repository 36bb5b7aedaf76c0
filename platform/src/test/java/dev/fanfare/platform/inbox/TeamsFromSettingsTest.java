package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Teams that settings name. */
class TeamsFromSettingsTest {
    private static final String LINE = "+12025550179";

    private static RunningPlatform start(String databaseUrl) {
        return RunningPlatform.start(
                databaseUrl,
                "--platform.inbox.teams[0].id=team_named",
                "--platform.inbox.teams[0].name=Named",
                "--platform.inbox.teams[0].tenant=org_123",
                "--platform.inbox.teams[0].members=cleo,eve",
                "--platform.inbox.teams[0].lines=" + LINE + "," + Office.LINE);
    }

    private static JsonNode named(Staffing staffing) throws IOException, InterruptedException {
        return staffing.team("team_named");
    }

    @ParameterizedTest
    @EnumSource
    void theyAreMadeOnceAndStayAsAdministratorsHaveChangedThem(Database database)
            throws IOException, InterruptedException {
        String databaseUrl = database.empty() + (database == Database.H2 ? ";DB_CLOSE_DELAY=-1" : "");
        try (RunningPlatform platform = start(databaseUrl)) {
            Staffing staffing = new Staffing(new Office(platform));
            assertThat(Staffing.ids(named(staffing).path("members"))).containsExactly("cleo");
            assertThat(Staffing.texts(named(staffing).path("lines"))).containsExactly(LINE);

            Office.ok(staffing.change("team_named", Map.of("name", "Renamed", "memberIds", List.of("bob"))));
        }
        try (RunningPlatform platform = start(databaseUrl)) {
            Staffing staffing = new Staffing(new Office(platform));

            assertThat(named(staffing).path("name").asString()).isEqualTo("Renamed");
            assertThat(Staffing.ids(named(staffing).path("members"))).containsExactly("bob");
        }
    }
}
