package dev.fanfare.engine.testing;

import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.hub.Subscriber;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of a {@link FakeNode}, speaking the protocol in JSON. */
public final class FakeClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final FakeLoop loop;
    public final FakeConnection connection = new FakeConnection();
    private final FakeNode node;
    private final Subscriber subscriber;
    private boolean gone;

    FakeClient(FakeNode node, FakeLoop loop, ConnectionRequest request) {
        this.node = node;
        this.loop = loop;
        List<Subscriber> opened = new ArrayList<>(1);
        loop.input(() -> opened.add(node.node().open(loop, request, connection)));
        subscriber = opened.getFirst();
    }

    public String socketId() {
        return subscriber.socketId().toString();
    }

    /** Sends the text without waiting for anything. */
    public void input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        loop.input(() -> {
            subscriber.seen();
            subscriber.received(bytes, 0, bytes.length);
        });
    }

    /** Sends the text and lets every loop run until nothing is left to do. */
    public FakeClient send(String text) {
        input(text);
        node.settle();
        return this;
    }

    public FakeClient subscribe(String channel) {
        return send(subscription(channel, null));
    }

    public FakeClient join(String channel, String channelData) {
        return send(subscription(channel, channelData));
    }

    public FakeClient unsubscribe(String channel) {
        return send("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
    }

    public FakeClient signIn(String userData) {
        ObjectNode data = JSON.createObjectNode();
        data.put("auth", auth(Signer.userText(subscriber.socketId(), userData)));
        data.put("user_data", userData);
        return send(JSON.createObjectNode()
                .put("event", "pusher:signin")
                .set("data", data)
                .toString());
    }

    /** The frame that subscribes, signed where the channel needs it. */
    public String subscription(String channel, @Nullable String channelData) {
        ObjectNode data = JSON.createObjectNode().put("channel", channel);
        if (channel.startsWith("private-") || channel.startsWith("presence-")) {
            data.put("auth", auth(Signer.channelText(subscriber.socketId(), channel, channelData)));
        }
        if (channelData != null) {
            data.put("channel_data", channelData);
        }
        return JSON.createObjectNode()
                .put("event", "pusher:subscribe")
                .set("data", data)
                .toString();
    }

    private String auth(String text) {
        return FakeNode.KEY + ":" + new Signer(new AppSecret(FakeNode.SECRET)).sign(text);
    }

    /** The connection breaks. */
    public void drop() {
        if (!gone) {
            gone = true;
            loop.input(subscriber::closed);
            node.settle();
        }
    }

    /** What has been sent to the client since the last call. */
    public List<String> take() {
        List<String> frames = List.copyOf(connection.frames());
        connection.frames().clear();
        return frames;
    }
}
