package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who may have what of contacts. Support is dan and ada; bob is of the same tenant and another team; eve is of another tenant. */
@OnEachDatabase
class InboxProbesTest {
    private static final String NUMBER = "+14155550199";
    private static final String NOTE = "Only for the team";

    private final RunningPlatform platform;
    private final Probes probes;

    InboxProbesTest(RunningPlatform platform) {
        this.platform = platform;
        probes = new Probes(platform);
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            probes.name(
                    "contact",
                    probes.caller("dan")
                            .post(
                                    "/api/contacts",
                                    "{\"name\":\"Probe Person\",\"phone\":\"" + NUMBER
                                            + "\",\"teamId\":\"team_support\"}"));
            probes.name(
                    "note",
                    probes.caller("dan")
                            .post(probes.filled("/api/contacts/{contact}/notes"), "{\"text\":\"" + NOTE + "\"}"));
            new TwilioCalls(platform).text(NUMBER, "+12025550100", Probes.MARKUP);
            probes.name(
                    "message",
                    probes.caller("dan")
                            .get(probes.filled("/api/contacts/{contact}/messages"))
                            .json()
                            .at("/messages/0/id")
                            .asString());
        }
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            private-contact-{contact},   dan,    200
            private-contact-{contact},   ada,    200
            private-contact-{contact},   bob,    403
            private-contact-{contact},   cleo,   403
            private-contact-{contact},   eve,    403
            private-contact-{contact},   nobody, 401
            private-contact-none,        dan,    403
            presence-contact-{contact},  dan,    200
            presence-contact-{contact},  bob,    403
            presence-contact-{contact},  eve,    403
            presence-contact-{contact},  nobody, 401
            presence-contact-none,       dan,    403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/contacts/{contact},             dan,    200
            /api/contacts/{contact},             ada,    200
            /api/contacts/{contact},             bob,    404
            /api/contacts/{contact},             eve,    404
            /api/contacts/{contact},             nobody, 401
            /api/contacts/{contact}/messages,    bob,    404
            /api/contacts/{contact}/messages,    eve,    404
            /api/contacts/{contact}/notes,       bob,    404
            /api/contacts/{contact}/notes,       eve,    404
            /api/contacts/{contact}/export,      bob,    404
            /api/contacts/{contact}/export,      eve,    404
            /api/contacts/none,                  dan,    404
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        probes.assertSeeing(path, user, status);
    }

    @ParameterizedTest(name = "{0} does {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            bob | POST   | /api/contacts/{contact}/read   | {}
            eve | POST   | /api/contacts/{contact}/read   | {}
            bob | POST   | /api/contacts/{contact}/notes  | {"text":"x"}
            eve | POST   | /api/contacts/{contact}/typing | {"isTyping":true}
            bob | POST   | /api/contacts/{contact}/merge  | {"into":"none"}
            bob | PATCH  | /api/contacts/{contact}        | {"status":"closed"}
            eve | PATCH  | /api/contacts/{contact}        | {"assigneeId":"eve"}
            bob | PATCH  | /api/notes/{note}              | {"text":"x"}
            eve | DELETE | /api/notes/{note}              |
            bob | DELETE | /api/contacts/{contact}        |
            eve | DELETE | /api/contacts/{contact}        |
            bob | POST   | /api/messages/{message}/read   |
            eve | POST   | /api/messages/{message}/read   |
            bob | POST   | /api/messages/{message}/retry  |
            bob | POST   | /api/messages/{message}/cancel |
            bob | POST   | /api/demo/texts                | {"contactId":"{contact}","body":"x"}
            bob | POST   | /api/contacts                  | {"phone":"+14155550111","teamId":"team_support"}
            eve | POST   | /api/contacts                  | {"phone":"+14155550111","teamId":"team_support"}
            """)
    void othersChangeNothing(String user, String method, String path, String json)
            throws IOException, InterruptedException {
        String before = standing();

        Answer answer = probes.ask(user, method, path, json == null ? "" : json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
        assertThat(standing()).isEqualTo(before);
    }

    /** All that dan sees. */
    private String standing() throws IOException, InterruptedException {
        String contact = probes.filled("/api/contacts/{contact}");
        return probes.caller("dan").get(contact).body()
                + probes.caller("dan").get(contact + "/notes").body()
                + probes.caller("dan").get(contact + "/messages").body();
    }

    @Test
    void listsSearchesAndCountsAreOfOnesOwnTeams() throws IOException, InterruptedException {
        for (String stranger : List.of("bob", "cleo", "eve")) {
            for (String query :
                    List.of("", "?q=Probe", "?q=" + NUMBER.substring(2), "?assignee=none", "?unread=true")) {
                JsonNode page =
                        probes.caller(stranger).get("/api/contacts" + query).json();
                assertThat(page.path("contacts"))
                        .noneMatch(contact ->
                                contact.path("team").path("id").asString().equals("team_support"));
            }
        }
        assertThat(probes.caller("cleo")
                        .get("/api/contacts/unread-count")
                        .json()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(probes.caller("cleo").get("/api/teams").json().path("teams")).isEmpty();
        assertThat(probes.caller("dan").get("/api/contacts?q=Probe").json().path("contacts"))
                .hasSize(1);
    }

    @Test
    void noEventHasATelephoneNumberAndPresenceShowsOnlyWhoItIs() throws IOException, InterruptedException {
        String log =
                probes.log("dan", probes.filled("private-contact-{contact}")).body()
                        + probes.log("dan", "private-user-dan").body();
        assertThat(log).contains("message:created", "inbox:changed").doesNotContain(NUMBER, "5550199", "2025550100");

        JsonNode auth = probes.caller("dan")
                .post("/api/pusher/auth", Probes.subscription(probes.filled("presence-contact-{contact}")))
                .json();
        assertThat(auth.path("channel_data").asString())
                .isEqualTo(
                        "{\"user_id\":\"dan\",\"user_info\":{\"id\":\"dan\",\"name\":\"Dan Desk\",\"avatar\":null}}");
    }

    @Test
    void markupInATextStaysText() throws IOException, InterruptedException {
        Answer messages = probes.caller("dan").get(probes.filled("/api/contacts/{contact}/messages"));

        Probes.assertIsData(messages);
        assertThat(messages.json().at("/messages/0/body").asString()).isEqualTo(Probes.MARKUP);
    }

    @Test
    void sendingHasALimit() throws IOException, InterruptedException {
        Answer last = probes.caller("eve")
                .post("/api/messages/send", "{\"contactId\":\"none\",\"channel\":\"sms\",\"body\":\"x\"}");
        for (int i = 0; i < 400 && last.status() != 429; i++) {
            assertThat(last.status()).isEqualTo(403);
            last = probes.caller("eve")
                    .post("/api/messages/send", "{\"contactId\":\"none\",\"channel\":\"sms\",\"body\":\"x\"}");
        }
        assertThat(last.status()).isEqualTo(429);
    }
}
