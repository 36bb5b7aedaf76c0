package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.protocol.CloseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminateConnectionsTest {
    private static final String PATH = "/apps/3/connections/terminate";

    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    private TestAnswer terminate(String query) {
        TestAnswer answer = api.send(TestApi.signed("POST", PATH, query, ""));
        api.loop.run();
        return answer;
    }

    @Test
    void thoseThatAreNamedAreClosedForGoodAndNoOthers() {
        TestConnection first = api.subscribe("room");
        TestConnection second = api.signIn("7");
        TestConnection other = api.signIn("7");

        terminate("socket_id=" + first.socketId + "," + second.socketId + ",1.1")
                .isOk("{}");

        assertThat(first.closed).isEqualTo(CloseCode.TERMINATED);
        assertThat(second.closed).isEqualTo(CloseCode.TERMINATED);
        assertThat(other.closed).isNull();
    }

    @Test
    void clientsThatMayComeBackAreToldSo() {
        TestConnection connection = api.subscribe("room");

        terminate("socket_id=" + connection.socketId + "&reconnect=true").isOk("{}");

        assertThat(connection.closed).isEqualTo(CloseCode.RIGHTS_CHANGED);
    }

    @Test
    void idsThatAreNoneAndTooManyOfThemAreRefused() {
        terminate("socket_id=x").isProblem(400, "Invalid socket id");
        terminate("").isProblem(400, "Invalid socket id");
        terminate("socket_id=" + "1.1,".repeat(100) + "1.1").isProblem(400, "expected at most 100");
    }
}
