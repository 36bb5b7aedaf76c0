package dev.fanfare.engine.hub;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.Receiver;
import dev.fanfare.engine.limit.TokenBucket;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.ErrorCode;
import dev.fanfare.protocol.FrameReader;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import org.jspecify.annotations.Nullable;

/**
 * A connection's state in the engine: its subscriptions, its user, what it still has to be sent in this turn. Owned by the
 * connection's loop; the transport calls every public method there.
 */
public final class Subscriber implements Receiver {
    final AppShard app;
    final Connection connection;
    final SubscriptionSet subscriptions = new SubscriptionSet();

    @Nullable
    Pending pending;

    @Nullable
    SignedInUser user;

    @Nullable
    TokenBucket clientEvents;
    /** Where it stands in the shard's list of connections. */
    int registered;
    /** Second of the last inbound frame, and of the start, on the shard's clock. */
    int lastSeen;

    final int openedAt;
    /** Second of the ping that is out since it was last seen, 0 for none. */
    int pingedAt;
    /** Whether it has signed in or subscribed to a channel that needs the app's signature. */
    boolean authorized;
    /** Whether it holds one of the app's connections. */
    boolean counted;

    private final int firstId;
    private final int secondId;
    private boolean leaving;

    Subscriber(AppShard app, Connection connection, int firstId, int secondId) {
        this.app = app;
        this.connection = connection;
        this.firstId = firstId;
        this.secondId = secondId;
        openedAt = app.shard.liveness.seconds();
        lastSeen = openedAt;
    }

    public SocketId socketId() {
        return new SocketId(firstId, secondId);
    }

    boolean is(SocketId id) {
        return id.second() == secondId && id.first() == firstId;
    }

    @Override
    public void seen() {
        lastSeen = app.shard.liveness.seconds();
    }

    @Override
    public void received(byte[] text, int from, int to) {
        if (leaving) {
            return;
        }
        try {
            handle(FrameReader.read(text, from, to));
        } catch (ProtocolException e) {
            fail(e.getMessage());
        }
    }

    private void handle(ClientFrame frame) throws ProtocolException {
        switch (frame) {
            case ClientFrame.Subscribe subscribe -> Subscribing.subscribe(this, subscribe);
            case ClientFrame.Unsubscribe unsubscribe -> Subscribing.unsubscribe(this, unsubscribe);
            case ClientFrame.ClientEvent event -> ClientEvents.relay(this, event);
            case ClientFrame.Signin signin -> SigningIn.signIn(this, signin);
            case ClientFrame.Ping ping -> send(FrameWriter.pong());
            case ClientFrame.Pong pong -> {
                // Any frame is a sign of life; this one says nothing else.
            }
            case ClientFrame.Unsupported unsupported ->
                throw new ProtocolException("Unsupported event received on socket: '" + unsupported.event() + "'");
        }
    }

    @Override
    public void closed() {
        leave();
    }

    /** The home loop has answered a subscription. */
    void answered(Subscription subscription, JoinAnswer answer) {
        Subscribing.answered(this, subscription, answer);
    }

    void send(byte[] text) {
        app.shard.send(this, text);
    }

    /** Answers a frame that was not right. The connection stays. */
    void fail(String message) {
        send(FrameWriter.error(ErrorCode.NONE, message));
    }

    /** Says why in a frame of its own, then closes. */
    void refuse(CloseCode code) {
        if (!leaving) {
            send(FrameWriter.error(code));
            close(code);
        }
    }

    /** Leaves everything at once and closes behind what has been sent so far. */
    void close(CloseCode code) {
        if (!leaving) {
            leave();
            app.shard.flush(this);
            connection.close(code);
        }
    }

    boolean isLeaving() {
        return leaving;
    }

    private void leave() {
        if (leaving) {
            return;
        }
        leaving = true;
        app.shard.liveness.remove(this);
        Subscribing.endAll(this);
        SigningIn.signOut(this);
        if (counted) {
            counted = false;
            app.hub.releaseConnection();
        }
    }
}
