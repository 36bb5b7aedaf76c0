package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What happens to teams at the same time. */
@OnEachDatabase
class ConcurrentTeamsTest {
    private final Office office;
    private final Staffing staffing;

    ConcurrentTeamsTest(RunningPlatform platform) {
        office = new Office(platform);
        staffing = new Staffing(office);
    }

    @Test
    void ofTwoWhoGiveTheSameLineToTwoTeamsAtOnceOneIsRefused()
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 8; round++) {
            String line = Office.number();
            String other = Office.number();
            String first = staffing.made("One", List.of(), List.of());
            String second = staffing.made("Other", List.of(), List.of());

            List<Answer> answers = Acts.atOnce(
                    () -> staffing.change(first, Map.of("lines", List.of(line, other))),
                    () -> staffing.change(second, Map.of("lines", List.of(other, line))));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Answer refused = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(Acts.refusal(refused)).isEqualTo("409 line_taken");
            assertThat(Staffing.texts(refused.json().path("lines"))).containsExactlyInAnyOrder(line, other);
        }
    }

    /** Nobody's contact is lost with a team, whoever comes first. */
    @Test
    void aTeamThatSomebodyWritesToMeanwhileIsThereOrNeitherTheyNorItAre()
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 12; round++) {
            String line = Office.number();
            String id = staffing.made("Contested", List.of(line), List.of());
            String number = Office.number();

            List<Answer> answers = Acts.atOnce(
                    () -> office.twilio().text(number, line, "Hello"),
                    () -> office.as("dan").delete(Staffing.TEAMS + "/" + id));

            int texted = answers.getFirst().status();
            assertThat(texted).isIn(200, 404);
            assertThat(answers.getLast().status()).as("texted: %s", texted).isEqualTo(texted == 200 ? 409 : 204);
            assertThat(office.bean(ContactTable.class).withNumber(id, number) != null)
                    .isEqualTo(texted == 200);
        }
    }
}
