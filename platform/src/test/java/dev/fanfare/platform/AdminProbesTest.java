package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may administer what, and who hears what administrators say to a tenant. */
@OnEachDatabase
class AdminProbesTest {
    private static final String TO_TENANT =
            "{\"kind\":\"announcement\",\"message\":\"for members only\",\"tenantId\":\"%s\"}";

    private final Probes probes;

    AdminProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET apps",
                "GET channels",
                "GET announcements",
                "POST announcements",
                "DELETE announcements/x",
                "GET outbox",
                "POST outbox/1/replay",
                "DELETE outbox/1",
                "GET webhooks",
                "POST webhooks/1/replay",
                "DELETE webhooks/1",
                "GET event-bus",
                "POST event-bus/1/replay",
                "DELETE event-bus/1",
                "GET decisions",
                "POST decisions/explain",
                "GET audit",
                "GET people",
                "POST people",
                "PATCH people/x",
                "POST people/x/invitation",
                "GET teams",
                "POST teams",
                "PATCH teams/x",
                "DELETE teams/x",
                "GET tenants",
                "POST tenants",
                "PATCH tenants/x",
                "GET categories",
                "POST categories",
                "PATCH categories/x",
                "DELETE categories/x",
                "GET none"
            })
    void onlyAdministratorsGetAnywhere(String route) throws IOException, InterruptedException {
        for (String user : new String[] {"ada", "bob", "eve"}) {
            assertThat(asked(user, route).status()).as(user).isEqualTo(403);
        }
        assertThat(asked("nobody", route).status()).isEqualTo(401);
        assertThat(asked("dan", route).status()).isNotIn(401, 403);
    }

    private Answer asked(String user, String route) throws IOException, InterruptedException {
        int space = route.indexOf(' ');
        return probes.ask(user, route.substring(0, space), "/api/admin/" + route.substring(space + 1), "{}");
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            private-tenant-org_123, ada,    200
            private-tenant-org_123, dan,    200
            private-tenant-org_123, eve,    403
            private-tenant-org_123, nobody, 401
            private-tenant-org_999, dan,    403
            """)
    void whoHearsWhatIsSaidToATenant(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @Test
    void anAdministratorSaysNothingToATenantThatTheyAreNotIn() throws IOException, InterruptedException {
        Answer foreign = probes.caller("dan").post("/api/admin/announcements", TO_TENANT.formatted("org_999"));
        Answer none = probes.caller("dan").post("/api/admin/announcements", TO_TENANT.formatted("org_000"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(none.body()).isEqualTo(foreign.body());
    }

    @Test
    void whatIsSaidToATenantIsNotInTheBannersOfOthers() throws IOException, InterruptedException {
        Answer posted = probes.caller("dan").post("/api/admin/announcements", TO_TENANT.formatted("org_123"));
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);

        assertThat(banners("ada")).contains("for members only");
        assertThat(banners("eve")).doesNotContain("for members only");
        assertThat(banners("nobody")).doesNotContain("for members only");
        assertThat(probes.log("nobody", "global-announcements").body()).doesNotContain("for members only");
        assertThat(probes.log("nobody", "public-announcements").body()).doesNotContain("for members only");
    }

    private String banners(String user) throws IOException, InterruptedException {
        return probes.caller(user).get("/api/announcements/current").body();
    }

    @Test
    void markupInAnAnnouncementStaysText() throws IOException, InterruptedException {
        probes.caller("dan")
                .post("/api/admin/announcements", "{\"kind\":\"announcement\",\"message\":\"" + Probes.MARKUP + "\"}");

        Answer banners = probes.caller("nobody").get("/api/announcements/current");

        Probes.assertIsData(banners);
        assertThat(banners.body()).contains(Probes.MARKUP);
    }
}
