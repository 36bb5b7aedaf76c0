package dev.fanfare.benchmarks.load;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ClientFrameWriter;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.SocketId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The WebSocket clients of a run: connects them, a few at a time, and subscribes each to the channel it is meant for. */
final class Clients implements WebSocketConnection.Listener {
    /**
     * What one client subscribes to.
     *
     * @param channelData the member of a presence channel as JSON, null elsewhere
     */
    record Subscription(String channel, @Nullable String channelData) {}

    private static final int AT_ONCE = 64;

    private final Reactor reactor;
    private final Target target;
    private final IntFunction<@Nullable Subscription> subscriptions;
    private final WebSocketConnection.Listener listener;
    private final Signer signer;
    private final List<WebSocketConnection> connections = new ArrayList<>();
    private final List<String> socketIds = new ArrayList<>();
    private int wanted;
    private int ready;

    /**
     * @param subscriptions by the client's number; null for a client that only connects
     * @param listener gets every frame but the first ones of each client, up to its subscription
     */
    Clients(
            Reactor reactor,
            Target target,
            IntFunction<@Nullable Subscription> subscriptions,
            WebSocketConnection.Listener listener) {
        this.reactor = reactor;
        this.target = target;
        this.subscriptions = subscriptions;
        this.listener = listener;
        signer = new Signer(new AppSecret(target.secret()));
    }

    /** Goes on connecting until there are this many. */
    void growTo(int count) {
        wanted = count;
        connectMore();
    }

    boolean allReady() {
        return ready == wanted;
    }

    int ready() {
        return ready;
    }

    WebSocketConnection connection(int number) {
        return connections.get(number);
    }

    /** The frame with which the client subscribes, signed where its channel asks for that. */
    byte[] subscribeFrame(int number, Subscription subscription) {
        String channel = subscription.channel();
        String data = subscription.channelData();
        boolean signed = channel.startsWith("private-") || channel.startsWith("presence-");
        String auth =
                signed ? target.key() + ":" + signer.sign(Signer.channelText(socketId(number), channel, data)) : null;
        return ClientFrameWriter.subscribe(channel, auth, data);
    }

    private SocketId socketId(int number) {
        try {
            return SocketId.parse(socketIds.get(number));
        } catch (ProtocolException e) {
            throw new LoadFailure(e.getMessage(), e);
        }
    }

    @Override
    public void text(WebSocketConnection connection, ByteBuffer buffer, int from, int to) throws IOException {
        int number = connection.number();
        if (socketIds.get(number).isEmpty()) {
            established(connection, buffer, from, to);
        } else if (FrameText.is(FrameText.SUBSCRIBED, buffer, from, to)) {
            isReady();
        } else {
            FrameText.failOnError(buffer, from, to);
        }
    }

    private void established(WebSocketConnection connection, ByteBuffer buffer, int from, int to) throws IOException {
        if (!FrameText.is(FrameText.ESTABLISHED, buffer, from, to)) {
            throw new LoadFailure("The first frame is not connection_established: " + FrameText.text(buffer, from, to));
        }
        int number = connection.number();
        socketIds.set(number, FrameText.socketId(buffer, from, to));
        Subscription subscription = subscriptions.apply(number);
        if (subscription == null) {
            isReady();
        } else {
            connection.sendText(subscribeFrame(number, subscription));
        }
    }

    private void isReady() {
        ready++;
        connectMore();
        if (allReady()) {
            connections.forEach(each -> each.listen(listener));
        }
    }

    private void connectMore() {
        while (connections.size() < wanted && connections.size() - ready < AT_ONCE) {
            WebSocketConnection connection = new WebSocketConnection(reactor, connections.size(), target, this);
            connections.add(connection);
            socketIds.add("");
            connection.connect(target.address());
        }
    }
}
