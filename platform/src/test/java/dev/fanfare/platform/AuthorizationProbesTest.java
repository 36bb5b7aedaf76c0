package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Who may subscribe to what, and hear it in any other way: a channel of each pattern, asked for by each kind of user. */
@OnEachDatabase
class AuthorizationProbesTest {
    private final Probes probes;

    AuthorizationProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2} {3}")
    @CsvSource(textBlock = """
            private-user-ada,                  ada,    200,
            private-user-ada,                  bob,    403, Access denied
            private-user-ada,                  cleo,   403, Access denied
            private-user-ada,                  dan,    403, Access denied
            private-user-ada,                  eve,    403, Access denied
            private-user-ada,                  nobody, 401, Unauthorized
            private-user-eve,                  eve,    200,
            private-user-eve,                  ada,    403, Access denied
            private-user-ADA,                  ada,    403, Access denied
            private-user-ada-2,                ada,    403, Access denied
            private-user-,                     ada,    403, Unauthorized channel
            private-users-ada,                 ada,    403, Unauthorized channel
            private-tenant-org_999,            ada,    403, Access denied
            private-order-1,                   dan,    403, Access denied
            private-anything,                  dan,    403, Unauthorized channel
            private-anything,                  nobody, 401, Unauthorized
            presence-user-ada,                 ada,    403, Unauthorized channel
            presence-room-1,                   bob,    403, Access denied
            private-encrypted-user-ada,        ada,    403, Unauthorized channel
            private-encrypted-x,               nobody, 401, Unauthorized
            private-cache-user-ada,            ada,    403, Unauthorized channel
            global-announcements,              ada,    403, Unauthorized channel
            public-thing,                      ada,    403, Unauthorized channel
            '#server-to-user-ada',             ada,    403, Unauthorized channel
            '',                                ada,    400,
            'private-user-ada ',               ada,    400,
            'private-user-ada,private-user-b', ada,    403, Access denied
            private-user-ada/x,                ada,    400,
            'private-user-"><script>',         ada,    400,
            private-user-é,                    ada,    400,
            """)
    void whoMaySubscribe(String channel, String user, int status, String error)
            throws IOException, InterruptedException {
        for (String path : new String[] {"/api/pusher/auth", "/pusher/auth"}) {
            Answer answer = probes.caller(user).post(path, Probes.subscription(channel));

            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.json().has("auth")).isEqualTo(status == 200);
            if (error != null) {
                assertThat(answer.json().path("error").asString()).isEqualTo(error);
            }
        }
        if (status == 200 || status == 403 && error.equals("Access denied") || status == 400) {
            Answer log = probes.log(user, channel);
            assertThat(log.status()).as(log.body()).isEqualTo(status);
        }
    }

    @ParameterizedTest(name = "{0} follows {1}: {2}")
    @CsvSource({
        "nobody, global-announcements, 200",
        "ada, global-announcements, 200",
        "nobody, private-user-ada, 401",
        "bob, 'private-user-bob,private-user-ada', 403",
        "ada, unknown, 403",
        "ada, private-encrypted-user-ada, 403"
    })
    void whoMayReadTheLog(String user, String channels, int status) throws IOException, InterruptedException {
        int refused = 200;
        for (String channel : channels.split(",")) {
            refused = Math.max(refused, probes.log(user, channel).status());
        }

        assertThat(refused).isEqualTo(status);
        if (status != 200) {
            probes.assertStreamIsRefused(user, channels, status);
        }
    }

    @ParameterizedTest
    @CsvSource({"1234", "abc.def", "''", "'1.2:private-user-bob'"})
    void aSocketThatIsNoneIsRefusedBeforeAnythingIsSigned(String socketId) throws IOException, InterruptedException {
        String json = JsonMapper.shared()
                .createObjectNode()
                .put("socket_id", socketId)
                .put("channel_name", "private-user-ada")
                .toString();

        assertThat(probes.caller("ada").post("/api/pusher/auth", json).status()).isEqualTo(400);
        assertThat(probes.caller("ada").post("/api/pusher/user-auth", json).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "private-user-<b>"})
    void whatLooksLikeMarkupComesBackAsDataIfAtAll(String text) throws IOException, InterruptedException {
        Answer auth = probes.caller("ada").post("/api/pusher/auth", Probes.subscription(text));
        Answer log = probes.log("ada", text);

        for (Answer answer : new Answer[] {auth, log}) {
            assertThat(answer.status()).isEqualTo(400);
            Probes.assertIsData(answer);
            assertThat(answer.json().has("error")).isTrue();
        }
    }
}
