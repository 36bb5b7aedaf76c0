package dev.fanfare.server;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ClientFrameWriter;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.RequestSigner;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.server.config.DevelopmentApp;
import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A short life of a server in which it meets what it will meet in every other, so that a JVM that keeps a record of the classes
 * it has loaded (an AOT cache) finds those of the first seconds in it.
 */
final class Training {
    private static final String PUBLISH = "/apps/" + DevelopmentApp.ID + "/events";

    private Training() {}

    /**
     * The same but for the app, which is the development app, and the address, which is a free port of loopback; and it tells and
     * keeps nothing.
     */
    static ServerConfig config(ServerConfig config) {
        List<App> apps = ServerConfig.development().apps();
        return config.withHost("127.0.0.1")
                .withPort(0)
                .withPathPrefix("")
                .with()
                .apps(apps)
                .data("")
                .webhooks(List.of())
                .build();
    }

    /**
     * Connects, subscribes and publishes.
     *
     * @throws IOException if the server does not answer as it should
     */
    static void use(Server server) throws IOException {
        try (TrainingClient reader = new TrainingClient(server.port());
                TrainingClient publisher = new TrainingClient(server.port())) {
            connect(reader);
            publish(publisher);
            reader.expect("hello");
            publisher.request("GET", "/up", "");
            reader.send(ClientFrameWriter.ping());
            reader.expect("pong");
        }
    }

    private static void connect(TrainingClient reader) throws IOException {
        reader.shakeHands("/app/" + DevelopmentApp.KEY + "?protocol=7&client=js&version=8.4.0&flash=false");
        SocketId socketId = socketId(reader.expect("socket_id"));
        reader.send(ClientFrameWriter.subscribe("training", null, null));
        reader.expect("subscription_succeeded");
        subscribe(reader, socketId, "private-training", null);
        subscribe(reader, socketId, "presence-training", "{\"user_id\":\"1\"}");
    }

    private static void subscribe(TrainingClient reader, SocketId socketId, String channel, @Nullable String user)
            throws IOException {
        String signature = new Signer(secret()).sign(Signer.channelText(socketId, channel, user));
        reader.send(ClientFrameWriter.subscribe(channel, DevelopmentApp.KEY + ":" + signature, user));
        reader.expect("subscription_succeeded");
    }

    private static void publish(TrainingClient publisher) throws IOException {
        String body = "{\"name\":\"greeting\",\"channels\":[\"training\",\"private-training\"],\"data\":\"hello\"}";
        long now = InstantSource.system().instant().getEpochSecond();
        String query = new RequestSigner(DevelopmentApp.KEY, secret())
                .sign("POST", PUBLISH, Map.of(), body.getBytes(StandardCharsets.UTF_8), now);
        publisher.request("POST", PUBLISH + "?" + query, body);
    }

    private static AppSecret secret() {
        return new AppSecret(DevelopmentApp.SECRET);
    }

    /** From the first frame, whose data is JSON within JSON. */
    private static SocketId socketId(String frame) throws IOException {
        int from = frame.indexOf(':', frame.indexOf("socket_id")) + 3;
        try {
            return SocketId.parse(frame.substring(from, frame.indexOf('\\', from)));
        } catch (ProtocolException e) {
            throw new IOException("No socket id in " + frame, e);
        }
    }
}
