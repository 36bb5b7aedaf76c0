package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.protocol.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminateUserTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void connectionsOfTheUserAreClosedAndNoOthers() {
        TestConnection first = api.signIn("7");
        TestConnection second = api.signIn("7");
        TestConnection other = api.signIn("8");
        TestConnection present = api.join("presence-room", "7");

        api.post("/apps/3/users/7/terminate_connections", "{}").isOk("{}");
        api.loop.run();

        assertThat(first.closed).isEqualTo(CloseCode.TERMINATED);
        assertThat(second.closed).isEqualTo(CloseCode.TERMINATED);
        assertThat(other.closed).isNull();
        assertThat(present.closed).isNull();
    }

    @Test
    void userMayBeEscapedInThePath() {
        TestConnection connection = api.signIn("a@b");
        String query = TestApi.signedQuery("POST", "/apps/3/users/a@b/terminate_connections", "", "{}");

        api.send(TestApi.request("POST", "/apps/3/users/a%40b/terminate_connections?" + query, "{}"))
                .isOk("{}");
        api.loop.run();

        assertThat(connection.closed).isEqualTo(CloseCode.TERMINATED);
    }

    @Test
    void unknownUserIsNoError() {
        api.post("/apps/3/users/nobody/terminate_connections", "{}").isOk("{}");
        api.post("/apps/3/users/nobody/terminate_connections", "").isOk("{}");
    }

    @Test
    void pathWithoutAnAppFindsItByTheKey() {
        TestConnection connection = api.signIn("7");

        api.post("/users/7/terminate_connections", "{}").isOk("{}");
        api.loop.run();

        assertThat(connection.closed).isEqualTo(CloseCode.TERMINATED);
        api.send(TestApi.signed("POST", "/users/7/terminate_connections", "", "{}")
                        .replace(TestApi.KEY, "nokey"))
                .isProblem(401, "nokey");
        api.send(TestApi.request("POST", "/users/7/terminate_connections", "{}"))
                .isProblem(401, "auth_key");
    }
}
