package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What administrators make of teams. */
@OnEachDatabase
class TeamAdministrationTest {
    private final Office office;
    private final Staffing staffing;

    TeamAdministrationTest(RunningPlatform platform) {
        office = new Office(platform);
        staffing = new Staffing(office);
    }

    @Test
    void aTeamIsMadeAndItsMembersAnswerTextsOnItsLines() throws IOException, InterruptedException {
        String line = Office.number();
        String service = "MG0123456789abcdef0123456789abcdef";

        String id =
                staffing.made("  Night\n shift ", List.of(service, spaced(line), line), List.of("cleo", "bob", "cleo"));

        JsonNode team = staffing.team(id);
        assertThat(team.propertyNames()).containsExactlyInAnyOrder("id", "name", "tenant", "lines", "members");
        assertThat(team.path("name").asString()).isEqualTo("Night shift");
        assertThat(team.path("tenant").toString()).isEqualTo("{\"id\":\"org_123\",\"name\":\"Lamplight Trading\"}");
        assertThat(Staffing.texts(team.path("lines"))).containsExactly(service, line);
        assertThat(Staffing.ids(team.path("members"))).containsExactly("bob", "cleo");
        String contact = staffing.contact(id, line);
        assertThat(office.as("cleo").get("/api/contacts/" + contact).status()).isEqualTo(200);
        assertThat(office.as("ada").get("/api/contacts/" + contact).status()).isEqualTo(404);
        assertThat(staffing.acts(id))
                .containsExactly(
                        "dan team.create: Night shift; lines " + service + ", " + line + "; members bob, cleo");
    }

    private static String spaced(String line) {
        return line.substring(0, 2) + " (" + line.substring(2, 5) + ") " + line.substring(5);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(textBlock = """
            org_123, Odd, +12025550171, eve,  400 unknown_user
            org_123, Odd, +12025550171, none, 400 unknown_user
            org_000, Odd, +12025550171, dan,  400 unknown_tenant
            org_123, Odd, 555,          dan,  400 invalid_line
            org_123, Odd, MG12,         dan,  400 invalid_line
            org_123, ' ', +12025550171, dan,  400 invalid
            org_123, Odd, ' ',          dan,  400 invalid
            """)
    void whatMakesNoSenseMakesNoTeam(String tenant, String name, String line, String member, String refusal)
            throws IOException, InterruptedException {
        int before =
                Office.ok(office.as("dan").get(Staffing.TEAMS)).path("teams").size();

        Answer answer = office.post(
                "dan",
                Staffing.TEAMS,
                Map.of("tenantId", tenant, "name", name, "lines", List.of(line), "memberIds", List.of(member)));

        assertThat(Acts.refusal(answer)).isEqualTo(refusal);
        assertThat(Office.ok(office.as("dan").get(Staffing.TEAMS)).path("teams"))
                .hasSize(before);
    }

    @Test
    void aTeamIsRenamedAndWhatIsNotNamedStays() throws IOException, InterruptedException {
        String line = Office.number();
        String id = staffing.made("Before", List.of(line), List.of("bob"));

        JsonNode answer = Office.ok(staffing.change(id, Map.of("name", "After")));

        assertThat(answer).isEqualTo(staffing.team(id));
        assertThat(answer.path("name").asString()).isEqualTo("After");
        assertThat(Staffing.texts(answer.path("lines"))).containsExactly(line);
        assertThat(Staffing.ids(answer.path("members"))).containsExactly("bob");
        Office.ok(staffing.change(id, Map.of("name", "After", "lines", List.of(line), "memberIds", List.of("bob"))));
        assertThat(staffing.acts(id)).hasSize(2).first().isEqualTo("dan team.change: Before; now After");
        assertThat(Acts.refusal(staffing.change(id, Map.of("name", " ")))).isEqualTo("400 invalid");
        assertThat(Acts.refusal(staffing.change("none", Map.of("name", "After"))))
                .isEqualTo("404 not_found");
    }

    @Test
    void aLineMovesAndWhatComesOnItFromThenOnReachesTheTeamThatHasIt() throws IOException, InterruptedException {
        String line = Office.number();
        String other = Office.number();
        String first = staffing.made("First", List.of(line), List.of("bob"));
        String second = staffing.made("Second", List.of(other), List.of("cleo"));

        Answer taken = staffing.change(second, Map.of("lines", List.of(other, line)));

        assertThat(Acts.refusal(taken)).isEqualTo("409 line_taken");
        assertThat(Staffing.texts(taken.json().path("lines"))).containsExactly(line);
        assertThat(Acts.refusal(staffing.make("Third", List.of(line), List.of())))
                .isEqualTo("409 line_taken");
        assertThat(Staffing.texts(staffing.team(second).path("lines"))).containsExactly(other);
        staffing.contact(first, line);
        Office.ok(staffing.change(first, Map.of("lines", List.of())));
        assertThat(office.twilio().text(Office.number(), line, "Hello?").status())
                .isEqualTo(404);
        Office.ok(staffing.change(second, Map.of("lines", List.of(line, other))));
        staffing.contact(second, line);
        assertThat(staffing.acts(first).getFirst()).isEqualTo("dan team.change: First; no lines");
        assertThat(staffing.acts(second).getFirst()).isEqualTo("dan team.change: Second; lines " + line + ", " + other);
    }

    @Test
    void onlyATeamWithoutContactsIsTakenAway() throws IOException, InterruptedException {
        String line = Office.number();
        String used = staffing.made("Used", List.of(line), List.of("bob"));
        String contact = staffing.contact(used, line);
        String unused = staffing.made("Unused", List.of(Office.number()), List.of("bob"));

        assertThat(Acts.refusal(office.as("dan").delete(Staffing.TEAMS + "/" + used)))
                .isEqualTo("409 team_in_use");
        assertThat(office.as("dan").delete(Staffing.TEAMS + "/" + unused).status())
                .isEqualTo(204);
        assertThat(Acts.refusal(office.as("dan").delete(Staffing.TEAMS + "/" + unused)))
                .isEqualTo("404 not_found");

        assertThat(office.as("bob").get("/api/contacts/" + contact).status()).isEqualTo(200);
        assertThat(Staffing.ids(Office.ok(office.as("dan").get(Staffing.TEAMS)).path("teams")))
                .contains(used)
                .doesNotContain(unused);
        assertThat(staffing.acts(unused).getFirst()).isEqualTo("dan team.delete: Unused");
        assertThat(staffing.acts(used)).hasSize(1);
    }
}
