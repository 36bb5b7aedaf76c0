package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may have what of documents: their rooms, what is in the log, and what the routes tell. */
@OnEachDatabase
class RoomProbesTest {
    private final Probes probes;

    RoomProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    /** Ada has one for all of the tenant and one for Bob. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            probes.name("all", document("tenant"));
            probes.name("some", document("members"));
        }
    }

    private Answer document(String access) throws IOException, InterruptedException {
        return probes.caller("ada")
                .post(
                        "/api/documents",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("title", Probes.MARKUP)
                                .put("text", Probes.MARKUP)
                                .put("access", access)
                                .set(
                                        "memberIds",
                                        JsonMapper.shared().createArrayNode().add("bob"))
                                .toString());
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            presence-room-{all},       ada,    200
            presence-room-{all},       cleo,   200
            presence-room-{all},       eve,    403
            presence-room-{all},       nobody, 401
            presence-room-{some},      ada,    200
            presence-room-{some},      bob,    200
            presence-room-{some},      cleo,   403
            presence-room-{some},      dan,    403
            presence-room-{some},      eve,    403
            presence-room-{some},      nobody, 401
            presence-room-{some}x,     bob,    403
            presence-room-none,        ada,    403
            private-tenant-org_123,    ada,    200
            private-tenant-org_123,    dan,    200
            private-tenant-org_123,    eve,    403
            private-tenant-org_123,    nobody, 401
            private-tenant-org_999,    eve,    200
            private-tenant-org_999,    ada,    403
            private-tenant-org_12,     ada,    403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/documents/{all},    cleo,   200
            /api/documents/{all},    eve,    404
            /api/documents/{all},    nobody, 401
            /api/documents/{some},   bob,    200
            /api/documents/{some},   cleo,   404
            /api/documents/{some},   dan,    404
            /api/documents/{some},   eve,    404
            /api/documents/none,     ada,    404
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        probes.assertSeeing(path, user, status);
    }

    @ParameterizedTest(name = "{0} changes nothing of {1}: {2}")
    @CsvSource({"eve, all, 404", "cleo, some, 404", "dan, some, 404", "nobody, all, 401"})
    void othersChangeNothing(String user, String name, int status) throws IOException, InterruptedException {
        String document = probes.filled("/api/documents/{" + name + "}");
        JsonNode before = probes.caller("ada").get(document).json();
        String room = before.path("id").asString();

        List<Answer> answers = List.of(
                probes.caller(user).patch(document, "{\"text\":\"yours\"}", "*"),
                probes.caller(user).put(document + "/access", "{\"access\":\"tenant\"}"),
                probes.caller(user).delete(document),
                probes.caller(user).post("/api/realtime/cursor", "{\"roomId\":\"" + room + "\",\"x\":0,\"y\":0}"),
                probes.caller(user).post("/api/realtime/typing", "{\"roomId\":\"" + room + "\",\"isTyping\":true}"));

        assertThat(answers).allMatch(answer -> answer.status() == status);
        assertThat(probes.caller("ada").get(document).json()).isEqualTo(before);
    }

    @Test
    void noListAndNoSearchShowsWhatIsNotYours() throws IOException, InterruptedException {
        for (String query : List.of("", "?q=script", "?q=onerror")) {
            assertThat(probes.caller("eve").get("/api/documents" + query).body())
                    .doesNotContain(probes.filled("{all}"), probes.filled("{some}"), "org_123");
            assertThat(probes.caller("cleo").get("/api/documents" + query).body())
                    .contains(probes.filled("{all}"))
                    .doesNotContain(probes.filled("{some}"));
        }
    }

    @Test
    void nothingOfADocumentForSomeIsOnTheTenantsChannel() throws IOException, InterruptedException {
        Answer log = probes.log("cleo", "private-tenant-org_123");

        assertThat(log.body()).contains(probes.filled("{all}")).doesNotContain(probes.filled("{some}"));
    }

    @Test
    void markupStaysText() throws IOException, InterruptedException {
        Answer document = probes.caller("bob").get(probes.filled("/api/documents/{all}"));

        Probes.assertIsData(document);
        assertThat(document.json().path("title").asString()).isEqualTo(Probes.MARKUP);
        assertThat(document.json().path("text").asString()).isEqualTo(Probes.MARKUP);
    }

    @Test
    void pointingHasALimit() throws IOException, InterruptedException {
        probes.assertLimit("eve", "/api/realtime/cursor", "{\"roomId\":\"none\",\"x\":0,\"y\":0}");
    }
}
