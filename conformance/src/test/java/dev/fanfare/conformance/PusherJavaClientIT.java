package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pusher.client.channel.PresenceChannel;
import com.pusher.client.channel.PrivateChannel;
import com.pusher.client.channel.User;
import com.pusher.client.connection.ConnectionState;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Sdk("pusher-java-client 2.4.4")
class PusherJavaClientIT {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    @RegisterExtension
    static final ServerControl CONTROL = new ServerControl();

    private final List<JavaClient> clients = new ArrayList<>();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void disconnect() {
        clients.forEach(JavaClient::close);
    }

    private JavaClient client(String app, String userId) throws InterruptedException {
        JavaClient client = JavaClient.connected(SERVER.port(), app, userId);
        clients.add(client);
        return client;
    }

    private JavaClient signedIn(String userId) {
        JavaClient client = JavaClient.signedIn(SERVER.port(), "main", userId);
        clients.add(client);
        await().until(() -> client.pusher().user().userId() != null);
        return client;
    }

    private static TestApi api() {
        return new TestApi(SERVER.uri(), ConformanceApps.credentials("main"));
    }

    @Test
    void connects() throws InterruptedException {
        assertThat(client("main", "1").socketId()).matches("\\d+\\.\\d+");
    }

    @Test
    void givesUpOnAnUnknownKey() throws InterruptedException {
        JavaClient client = JavaClient.connecting(SERVER.port(), "no-such-app", null);
        clients.add(client);
        client.await(line -> line.startsWith("error 4001 "));
        client.await("DISCONNECTED"::equals);
        assertThat(client.pusher().getConnection().getState()).isEqualTo(ConnectionState.DISCONNECTED);
    }

    @Test
    void comesBackAfterARestartOfTheServer() throws InterruptedException {
        int port = CONTROL.start(0);
        JavaClient client = JavaClient.connected(port, "main", "1");
        clients.add(client);
        client.pusher().subscribePrivate("private-restart", recorder, "e");
        recorder.expect("subscribed");
        CONTROL.restart(port);
        recorder.expect("subscribed");
        new TestApi(SERVER.uri().resolve("http://127.0.0.1:" + port), ConformanceApps.credentials("main"))
                .trigger("private-restart", "e", "back");
        recorder.expect("e back");
    }

    @Test
    void receivesEventsOfAPublicChannel() throws InterruptedException {
        client("main", "1").pusher().subscribe("java-public", recorder, "e");
        recorder.expect("subscribed");
        api().trigger("java-public", "e", "{\"a\": \"ü\"}");
        recorder.expect("e {\"a\": \"ü\"}");
    }

    @Test
    void receivesNothingAfterUnsubscribing() throws InterruptedException {
        JavaClient client = client("main", "1");
        client.pusher().subscribe("java-left", recorder, "e");
        recorder.expect("subscribed");
        client.pusher().unsubscribe("java-left");
        Recorder other = new Recorder();
        client.pusher().subscribe("java-kept", other, "e");
        other.expect("subscribed");
        api().trigger("java-left", "e", "1");
        api().trigger("java-kept", "e", "2");
        other.expect("e 2");
        assertThat(recorder.rest()).isEmpty();
    }

    @Test
    void isToldTheSubscriptionCount() throws InterruptedException {
        client("counting", "1").pusher().subscribe("java-count", recorder, "pusher:subscription_count");
        recorder.expect("subscribed");
        recorder.expect("pusher:subscription_count {\"subscription_count\":1}");
    }

    @Test
    void receivesTheCachedEventOrAMiss() throws InterruptedException {
        JavaClient client = client("main", "1");
        client.pusher().subscribe("cache-java", recorder, "pusher:cache_miss", "e");
        recorder.expect("subscribed");
        recorder.expect("pusher:cache_miss {}");
        api().trigger("cache-java", "e", "kept");
        recorder.expect("e kept");
        Recorder later = new Recorder();
        client("main", "2").pusher().subscribe("cache-java", later, "e");
        later.expect("subscribed");
        later.expect("e kept");
    }

    @Test
    void sendsAndReceivesClientEventsAsStrings() throws InterruptedException {
        PrivateChannel channel = client("main", "1").pusher().subscribePrivate("private-java", recorder, "client-x");
        recorder.expect("subscribed");
        Recorder other = new Recorder();
        client("main", "2").pusher().subscribePrivate("private-java", other, "client-x");
        other.expect("subscribed");
        channel.trigger("client-x", "{\"x\":1}");
        other.expect("client-x {\"x\":1}");
        assertThat(recorder.rest()).isEmpty();
    }

    @Test
    void knowsTheMembersOfAPresenceChannel() throws InterruptedException {
        PresenceChannel channel = client("main", "1").pusher().subscribePresence("presence-java", recorder, "client-x");
        recorder.expect("members [1]");
        recorder.expect("subscribed");
        JavaClient tab = client("main", "2");
        Recorder other = new Recorder();
        PresenceChannel theirs = tab.pusher().subscribePresence("presence-java", other, "client-x");
        other.expect("members [1, 2]");
        other.expect("subscribed");
        recorder.expect("joined 2 {\"name\":\"user 2\"}");
        assertThat(channel.getUsers()).extracting(User::getId).containsExactlyInAnyOrder("1", "2");
        assertThat(channel.getMe().getId()).isEqualTo("1");
        theirs.trigger("client-x", "{}");
        recorder.expect("client-x {} from 2");
        tab.close();
        recorder.expect("left 2");
        assertThat(channel.getUsers()).extracting(User::getId).containsExactly("1");
    }

    @Test
    void severalConnectionsOfAUserAreOneMember() throws InterruptedException {
        client("main", "1").pusher().subscribePresence("presence-java-tabs", recorder);
        recorder.expect("members [1]");
        recorder.expect("subscribed");
        JavaClient[] tabs = {client("main", "2"), client("main", "2")};
        for (JavaClient tab : tabs) {
            Recorder own = new Recorder();
            tab.pusher().subscribePresence("presence-java-tabs", own);
            own.expect("members [1, 2]");
            own.expect("subscribed");
        }
        recorder.expect("joined 2 {\"name\":\"user 2\"}");
        tabs[0].close();
        tabs[1].close();
        recorder.expect("left 2");
        assertThat(recorder.rest()).isEmpty();
    }

    @Test
    void decryptsWhatTheBackEndHasEncrypted() throws InterruptedException {
        client("counting", "1").pusher().subscribePrivateEncrypted("private-encrypted-java", recorder, "e");
        recorder.expect("subscribed");
        var backEnd = PusherHttpJavaIT.backEnd(SERVER.port(), "counting");
        backEnd.trigger("private-encrypted-java", "e", Map.of("secret", "ü"));
        recorder.expect("e {\"secret\":\"ü\"}");
    }

    @Test
    void aMissOnAnEncryptedCacheChannelIsNotDecrypted() throws InterruptedException {
        client("counting", "1")
                .pusher()
                .subscribePrivateEncrypted("private-encrypted-cache-java", recorder, "e", "pusher:cache_miss");
        recorder.expect("subscribed");
        recorder.expect("pusher:cache_miss {}");
    }

    @Test
    void signsInAndReceivesEventsToTheUser() throws InterruptedException {
        JavaClient client = signedIn("java-ann");
        client.pusher().user().bind("note", recorder);
        await().until(() -> {
            api().trigger("#server-to-user-java-ann", "note", "hi");
            return recorder.rest().contains("note hi");
        });
        assertThat(client.pusher().user().userId()).isEqualTo("java-ann");
    }

    @Test
    void staysAwayAfterItsUserWasTerminated() throws InterruptedException {
        JavaClient client = signedIn("java-eve");
        api().post("/apps/main/users/java-eve/terminate_connections", "{}");
        client.await(line -> line.startsWith("error 4009 "));
        client.await("DISCONNECTED"::equals);
    }

    @Test
    void anErrorOfTheServerIsHandedOut() throws InterruptedException {
        JavaClient client = client("plain", "1");
        PrivateChannel channel = client.pusher().subscribePrivate("private-java-off", recorder, "client-x");
        recorder.expect("subscribed");
        channel.trigger("client-x", "{}");
        client.await(line -> line.startsWith("error null To send client events, you must enable this feature"));
        assertThat(client.pusher().getConnection().getState()).isEqualTo(ConnectionState.CONNECTED);
    }
}
