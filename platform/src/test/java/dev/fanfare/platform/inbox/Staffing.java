package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What dan, an administrator, does with teams of an office. */
record Staffing(Office office) {
    static final String TEAMS = "/api/admin/teams";

    Answer make(String name, List<String> lines, List<String> members) throws IOException, InterruptedException {
        return office.post(
                "dan", TEAMS, Map.of("tenantId", "org_123", "name", name, "lines", lines, "memberIds", members));
    }

    String made(String name, List<String> lines, List<String> members) throws IOException, InterruptedException {
        Answer answer = make(name, lines, members);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    Answer change(String id, Map<String, ?> change) throws IOException, InterruptedException {
        return office.as("dan").patch(TEAMS + "/" + id, Office.json(change), "");
    }

    JsonNode team(String id) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get(TEAMS))
                .path("teams")
                .valueStream()
                .filter(team -> team.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(JsonNode people) {
        return people.valueStream().map(person -> person.path("id").asString()).toList();
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** A contact of that team who has just written on its line. */
    String contact(String team, String line) throws IOException, InterruptedException {
        String number = Office.number();
        assertThat(office.twilio().text(number, line, "Hello").status()).isEqualTo(200);
        String id = office.bean(ContactTable.class).withNumber(team, number);
        assertThat(id).as("contact of %s", team).isNotNull();
        return id;
    }

    /** What the list of what administrators have done says of a team, the newest first. */
    List<String> acts(String id) throws IOException, InterruptedException {
        return Acts.on(office.platform(), id);
    }
}
