package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ContactViewersTest {
    private final RunningPlatform platform;

    ContactViewersTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private String viewers(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name).get("/api/contacts/viewers").body();
    }

    @Test
    void theTeamIsToldWhoLooksAtAContactAndOthersAreNot() throws IOException, InterruptedException {
        String contact = Callers.of(platform, "dan")
                .get("/api/contacts?limit=1")
                .json()
                .at("/contacts/0/id")
                .asString();
        try (TestClient list = platform.client();
                TestClient looking = platform.client()) {
            Callers.of(platform, "ada").subscribe(list, "private-user-ada");
            assertThat(viewers("ada")).isEqualTo("{\"viewers\":[]}");

            Callers.of(platform, "dan").subscribe(looking, "presence-contact-" + contact);
            assertThat(RunningPlatform.heard(list, "inbox:viewers")
                            .dataJson()
                            .path("contactId")
                            .asString())
                    .isEqualTo(contact);
            assertThat(viewers("ada"))
                    .isEqualTo("{\"viewers\":[{\"contactId\":\"" + contact
                            + "\",\"people\":[{\"id\":\"dan\",\"name\":\"Dan Desk\",\"avatar\":null}]}]}");
            for (String stranger : new String[] {"bob", "eve"}) {
                assertThat(viewers(stranger)).as(stranger).isEqualTo("{\"viewers\":[]}");
            }
        }
        await().untilAsserted(() -> assertThat(viewers("ada")).isEqualTo("{\"viewers\":[]}"));
    }
}
