package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes along with texts. */
@OnEachDatabase
class MediaTest {
    private final Office office;

    MediaTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private String written(String contentType, byte[] attachment) {
        String number = Office.number();
        office.twilio().carrier().write(Medium.SMS, number, Office.LINE, "Look", contentType, attachment);
        await().until(() -> office.bean(ContactTable.class).withNumber("team_support", number) != null);
        return office.withNumber(number);
    }

    private JsonNode media(String contact) throws IOException, InterruptedException {
        return office.messages(contact).getFirst().at("/media/0");
    }

    private String state(String contact) {
        return office.database()
                .sql("select m.state from contact_media m join contact_message c on c.id = m.message_id"
                        + " where c.contact_id = ?")
                .param(contact)
                .query(String.class)
                .single();
    }

    @Test
    void aPictureIsKeptAndShownToTheTeamAlone() throws IOException, InterruptedException {
        String picture = "a picture ".repeat(40_000);
        String contact = written("image/png", picture.getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(
                        () -> assertThat(media(contact).path("url").isNull()).isFalse());

        JsonNode kept = media(contact);
        assertThat(kept.path("contentType").asString()).isEqualTo("image/png");
        assertThat(kept.path("size").asInt()).isEqualTo(picture.length());
        Answer shown = office.as("ada").get(kept.path("url").asString());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).isEqualTo(picture);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        for (String stranger : new String[] {"bob", "eve"}) {
            assertThat(office.as(stranger).get(kept.path("url").asString()).status())
                    .isEqualTo(404);
        }
        assertThat(office.told(contact, "message:updated")).hasSize(1);
    }

    @Test
    void whatMayDoSomethingOrIsTooLargeIsNotKept() throws IOException, InterruptedException {
        String page = written("text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        String drawing = written("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8));
        String large = written("image/png", new byte[5 * 1024 * 1024 + 1]);

        for (String contact : new String[] {page, drawing, large}) {
            await().until(() -> state(contact).equals("REFUSED"));
            assertThat(media(contact).path("url").isNull()).isTrue();
        }
    }

    @Test
    void whatIsNotTheCarriersIsNotFetched() throws IOException, InterruptedException {
        String number = Office.number();
        Map<String, String> form = TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "Look");
        form.put("NumMedia", "1");
        form.put("MediaUrl0", office.platform().address("/api/time").toString());
        form.put("MediaContentType0", "image/png");
        office.twilio().text(form);

        await().until(() -> state(office.withNumber(number)).equals("REFUSED"));
    }
}
