package dev.fanfare.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What dan, an administrator, does with tenants. */
@OnEachDatabase
class TenantAdministrationTest {
    private static final String TENANTS = "/api/admin/tenants";

    private final RunningPlatform platform;

    TenantAdministrationTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Answer make(String name) throws IOException, InterruptedException {
        return Callers.of(platform, "dan").post(TENANTS, "{\"name\":\"" + name + "\"}");
    }

    private Answer rename(String id, String name) throws IOException, InterruptedException {
        return Callers.of(platform, "dan").patch(TENANTS + "/" + id, "{\"name\":\"" + name + "\"}", "");
    }

    private JsonNode tenant(String id) throws IOException, InterruptedException {
        return Callers.of(platform, "dan")
                .get(TENANTS)
                .json()
                .path("tenants")
                .valueStream()
                .filter(tenant -> tenant.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTenantIsMadeAndCountsItsMembers() throws IOException, InterruptedException {
        Answer made = make(" New \\n Company ");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.json()).isEqualTo(tenant(id));
        assertThat(made.json().propertyNames()).containsExactlyInAnyOrder("id", "name", "members");
        assertThat(made.json().path("name").asString()).isEqualTo("New Company");
        assertThat(made.json().path("members").asInt()).isZero();
        platform.bean(Tenants.class).admit(id, "eve");
        assertThat(tenant(id).path("members").asInt()).isEqualTo(1);
        assertThat(tenant("org_123").path("members").asInt()).isEqualTo(4);
        assertThat(Acts.on(platform, id)).containsExactly("dan tenant.create: New Company");
    }

    @Test
    void aTenantIsRenamedForItsMembersToo() throws IOException, InterruptedException {
        String id = make("Before").json().path("id").asString();
        platform.bean(Tenants.class).admit(id, "bob");

        Answer renamed = rename(id, "After");

        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.json()).isEqualTo(tenant(id));
        assertThat(tenant(id).path("name").asString()).isEqualTo("After");
        assertThat(Callers.of(platform, "bob").get("/api/tenants").json().path("tenants"))
                .extracting(JsonNode::toString)
                .contains("{\"id\":\"" + id + "\",\"name\":\"After\"}");
        assertThat(rename(id, "After").status()).isEqualTo(200);
        assertThat(Acts.on(platform, id))
                .containsExactly("dan tenant.rename: Before; now After", "dan tenant.create: Before");
    }

    @Test
    void whatHasNoNameIsNoTenantAndWhatThereIsNotIsNotRenamed() throws IOException, InterruptedException {
        assertThat(Acts.refusal(make(" "))).isEqualTo("400 invalid");
        assertThat(Acts.refusal(make("x".repeat(121)))).isEqualTo("400 invalid");
        assertThat(Acts.refusal(rename("org_123", "\\u202e"))).isEqualTo("400 invalid");
        assertThat(Acts.refusal(rename("none", "After"))).isEqualTo("404 not_found");
        assertThat(tenant("org_123").path("name").asString()).isEqualTo("Lamplight Trading");
    }
}
