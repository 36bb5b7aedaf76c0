package dev.fanfare.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ColleaguesTest {
    private final RunningPlatform platform;

    ColleaguesTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Answer users(String user, String query) throws IOException, InterruptedException {
        return Callers.of(platform, user).get("/api/users" + query);
    }

    private List<String> ids(String user, String query) throws IOException, InterruptedException {
        return users(user, query)
                .json()
                .path("users")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    @Test
    void colleaguesAreFoundByNameAndNobodyElse() throws IOException, InterruptedException {
        assertThat(ids("ada", "")).containsExactly("bob", "cleo", "dan");
        assertThat(ids("ada", "?q=BUYER")).containsExactly("bob", "cleo");
        assertThat(ids("ada", "?q=buyer&limit=1")).containsExactly("bob");
        assertThat(ids("ada", "?q=Elsewhere")).isEmpty();
        assertThat(ids("ada", "?q=%25")).isEmpty();
        assertThat(ids("eve", "")).isEmpty();
    }

    @Test
    void nobodyLearnsAnEmail() throws IOException, InterruptedException {
        Answer answer = users("ada", "?q=bob");

        assertThat(answer.json().path("users").path(0).propertyNames()).containsExactly("id", "name", "avatar");
        assertThat(answer.body()).doesNotContain("@");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException, InterruptedException {
        assertThat(users("ada", "?limit=0").status()).isEqualTo(400);
        assertThat(users("ada", "?limit=101").status()).isEqualTo(400);
        assertThat(platform.asNobody().get("/api/users").status()).isEqualTo(401);
    }

    @Test
    void everybodyLearnsTheirOwnTenantsOnly() throws IOException, InterruptedException {
        assertThat(Callers.of(platform, "ada").get("/api/tenants").json())
                .hasToString("{\"tenants\":[{\"id\":\"org_123\",\"name\":\"Lamplight Trading\"}]}");
        assertThat(Callers.of(platform, "eve").get("/api/tenants").json())
                .hasToString("{\"tenants\":[{\"id\":\"org_999\",\"name\":\"Elsewhere Ltd\"}]}");
        assertThat(platform.asNobody().get("/api/tenants").status()).isEqualTo(401);
    }

    @Test
    void membersOfOneTenantAreColleaguesInEveryDirection() {
        Tenants tenants = platform.bean(Tenants.class);

        assertThat(tenants.sharesTenant("ada", "bob")).isTrue();
        assertThat(tenants.sharesTenant("bob", "ada")).isTrue();
        assertThat(tenants.sharesTenant("ada", "eve")).isFalse();
        assertThat(tenants.colleaguesOf("dan")).containsExactlyInAnyOrder("ada", "bob", "cleo");
        assertThat(tenants.colleaguesOf("eve")).isEmpty();
    }
}
