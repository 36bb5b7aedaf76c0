package dev.fanfare.conformance;

import com.pusher.client.Pusher;
import com.pusher.client.PusherOptions;
import com.pusher.client.connection.ConnectionEventListener;
import com.pusher.client.connection.ConnectionState;
import com.pusher.client.connection.ConnectionStateChange;
import com.pusher.rest.data.PresenceUser;
import dev.fanfare.testkit.TestApp;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A pusher-java-client as an application sets it up, authorized by pusher-http-java. */
final class JavaClient implements AutoCloseable, ConnectionEventListener {
    static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final long LIMIT_SECONDS = 10;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Pusher pusher;

    /** @param userId who the back end says the client is, in presence channels and at sign-in */
    private JavaClient(int port, String app, @Nullable String userId) {
        TestApp credentials = ConformanceApps.credentials(app);
        PusherOptions options = new PusherOptions()
                .setHost("127.0.0.1")
                .setWsPort(port)
                .setUseTLS(false)
                .setMaxReconnectGapInSeconds(1)
                .setChannelAuthorizer((channel, socketId) -> authorize(credentials, channel, socketId, userId))
                .setUserAuthenticator(socketId -> authenticate(credentials, socketId, userId));
        pusher = new Pusher(credentials.key(), options);
    }

    private void connect() {
        pusher.connect(this, ConnectionState.ALL);
    }

    /** Connects and waits for it. */
    static JavaClient connected(int port, String app, @Nullable String userId) throws InterruptedException {
        JavaClient client = connecting(port, app, userId);
        client.await("CONNECTED"::equals);
        return client;
    }

    static JavaClient connecting(int port, String app, @Nullable String userId) {
        JavaClient client = new JavaClient(port, app, userId);
        client.connect();
        return client;
    }

    /** Connects and signs in. Asked to sign in while it connects, this SDK would do it twice and fail over the second answer. */
    static JavaClient signedIn(int port, String app, String userId) {
        JavaClient client = new JavaClient(port, app, userId);
        client.pusher.signin();
        client.connect();
        return client;
    }

    private static String authorize(TestApp app, String channel, String socketId, @Nullable String userId) {
        var backEnd = new com.pusher.rest.Pusher(app.id(), app.key(), app.secret(), MASTER_KEY);
        if (!channel.startsWith("presence-")) {
            return backEnd.authenticate(socketId, channel);
        }
        return backEnd.authenticate(socketId, channel, new PresenceUser(userId, Map.of("name", "user " + userId)));
    }

    private static String authenticate(TestApp app, String socketId, @Nullable String userId) {
        String userData = "{\"id\":\"" + userId + "\"}";
        return JsonMapper.shared()
                .writeValueAsString(Map.of("auth", app.authenticate(socketId, userData), "user_data", userData));
    }

    Pusher pusher() {
        return pusher;
    }

    String socketId() {
        return pusher.getConnection().getSocketId();
    }

    /** Waits for a state of the connection, by name, or for {@code error CODE}; answers it. */
    String await(Predicate<String> wanted) throws InterruptedException {
        StringBuilder others = new StringBuilder();
        while (true) {
            String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("It did not happen within " + LIMIT_SECONDS + " s; there was" + others);
            }
            if (wanted.test(line)) {
                return line;
            }
            others.append(" ").append(line);
        }
    }

    @Override
    public void onConnectionStateChange(ConnectionStateChange change) {
        lines.add(change.getCurrentState().name());
    }

    @Override
    public void onError(String message, @Nullable String code, @Nullable Exception cause) {
        lines.add("error " + code + " " + message);
    }

    @Override
    public void close() {
        pusher.disconnect();
    }
}
