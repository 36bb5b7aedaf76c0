package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.security.Principal;
import org.junit.jupiter.api.Test;

/** A right that is taken from somebody who is connected. */
class RevocationTest {
    @Test
    @SuppressWarnings("unchecked")
    void whoLosesARightIsDisconnectedAndNotLetInAgain() throws IOException, InterruptedException {
        GameApplication.RIGHTS.add("ann7");
        GameApplication.RIGHTS.add("bob7");
        try (RunningApplication application = RunningApplication.embedded(GameApplication.class);
                TestClient ann = signedIn(application, "ann");
                TestClient bob = signedIn(application, "bob")) {
            application.subscribe(ann, "private-table-7", "ann");
            application.subscribe(bob, "private-table-7", "bob");

            GameApplication.RIGHTS.remove("ann7");
            Principal user = () -> "ann";
            application
                    .bean(AuthorizationEndpoint.class)
                    .revoke(user)
                    .toCompletableFuture()
                    .join();

            assertThat(closeOf(ann).code()).isEqualTo(CloseCode.TERMINATED.code());
            try (TestClient again = signedIn(application, "ann")) {
                String form = "socket_id=" + again.socketId() + "&channel_name=private-table-7";
                assertThat(application.post("/pusher/auth", form, "ann").statusCode())
                        .isEqualTo(403);
            }
            bob.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            RunningApplication.awaitEvent(bob, "pusher:pong");
        }
    }

    private static TestClient signedIn(RunningApplication application, String user)
            throws IOException, InterruptedException {
        TestClient client = application.client();
        String form = "socket_id=" + client.socketId();
        client.send("{\"event\":\"pusher:signin\",\"data\":"
                + application.post("/pusher/user-auth", form, user).body() + "}");
        client.await("pusher:signin_success");
        return client;
    }

    private static Received.Close closeOf(TestClient client) {
        Received next = client.awaitAnything();
        while (next instanceof Received.Text) {
            next = client.awaitAnything();
        }
        assertThat(next).isInstanceOf(Received.Close.class);
        return (Received.Close) next;
    }
}
