package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Keeps one HTTP connection within its limits: requests arrive whole in time, nobody holds a connection without using it, and
 * who does not read answers is not read from. The first handler of the pipeline, it sees bytes before they are requests; the
 * {@link HandshakeHandler} tells it what became of them.
 */
final class HttpGuard extends ChannelInboundHandlerAdapter implements HttpConnection {
    private static final Logger LOG = System.getLogger(HttpGuard.class.getName());

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final LoopConnections connections;
    private final HandshakeQuota quota;
    private final Channel nettyChannel;
    /** The peer is a proxy that is believed. */
    private final boolean proxied;

    /** Whose connection it is, as far as is known. */
    private InetAddress client;

    private boolean counted;
    private boolean removed;
    /** Part of a request is there. */
    private boolean arriving;

    private int unanswered;
    /** What comes is dropped: the last answer is on its way. */
    private boolean refused;

    private boolean lastAnswer;
    private boolean leaving;
    private long deadline;

    HttpGuard(LoopConnections connections, HandshakeQuota quota, Channel nettyChannel) {
        this.connections = connections;
        this.quota = quota;
        this.nettyChannel = nettyChannel;
        client = nettyChannel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
        proxied = connections.settings().trustedProxies().contains(client);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        counted = !proxied && quota.enter(client);
        if (counted || proxied) {
            connections.addHttp(this);
            waitFor(connections.settings().requestTimeout());
        } else {
            removed = true;
            nettyChannel.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        leaveQuota();
        removed = true;
        connections.removeHttp(this);
    }

    private void leaveQuota() {
        if (counted) {
            counted = false;
            quota.leave(client);
        }
    }

    private void waitFor(Duration time) {
        deadline = connections.deadlines().now() + time.toNanos();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof ByteBuf && !arriving) {
            requestBegan();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        // Epoll channels of Netty fail when they are asked to read on after the end.
        if (!((DuplexChannel) nettyChannel).isInputShutdown()) {
            nettyChannel.config().setAutoRead(nettyChannel.isWritable());
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        boolean ended = event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent;
        if (ended && refused) {
            nettyChannel.close();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && cause.getCause() instanceof SSLException failure) {
            LOG.log(Level.DEBUG, "TLS with {0} failed: {1}", nettyChannel.remoteAddress(), failure.getMessage());
        } else if (!(cause instanceof IOException)) {
            LOG.log(Level.ERROR, "An HTTP connection is closed because handling it failed", cause);
        }
        nettyChannel.close();
    }

    /** For whom the connection was opened, or the last request of it sent, if a trusted proxy has said so. */
    InetAddress client() {
        return client;
    }

    /**
     * The head of a request has arrived: if a trusted proxy has sent it, its client is counted from now on. Returns false,
     * and has refused the request, if that client has too many under way.
     */
    boolean admit(HttpHeaders headers) {
        if (!proxied) {
            return true;
        }
        InetAddress named = connections.settings().trustedProxies().client(headers.getAll(FORWARDED_FOR));
        if (named == null) {
            return true;
        }
        leaveQuota();
        client = named;
        counted = quota.enterBehindProxy(named);
        if (!counted) {
            refuse(HttpRefusal.TOO_MANY_HANDSHAKES);
        }
        return counted;
    }

    boolean isRefused() {
        return refused;
    }

    void requestBegan() {
        if (!arriving) {
            arriving = true;
            waitFor(connections.settings().requestTimeout());
        }
    }

    void requestArrived() {
        leaveQuota();
        arriving = false;
        unanswered++;
        waitFor(connections.settings().keepAlive());
    }

    /** Returns whether the connection ends with this answer. */
    boolean answered() {
        unanswered--;
        waitFor(connections.settings().keepAlive());
        return lastAnswer && unanswered == 0;
    }

    boolean awaitsAnswers() {
        return unanswered > 0;
    }

    /** The connection leaves this pipeline as soon as Netty lets go of it; who takes it over meets its end by itself. */
    void leave() {
        leaving = true;
    }

    /** The peer sends no more: ends the connection, but not before it was answered. */
    void inputEnded() {
        if (leaving) {
            return;
        }
        if (arriving) {
            refuse(HttpRefusal.TRUNCATED);
        } else {
            closeWhenAnswered();
        }
    }

    /** Ends the connection behind everything that is written on it. */
    @Override
    public void closeWhenAnswered() {
        lastAnswer = true;
        if (unanswered == 0) {
            nettyChannel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /**
     * Answers and ends the connection, reading on for a while so that the answer is not lost to a reset. Just ends it where
     * the answer would be taken for that of an earlier request.
     */
    void refuse(HttpRefusal refusal) {
        if (refused) {
            return;
        }
        refused = true;
        arriving = false;
        if (unanswered > 0) {
            nettyChannel.close();
            return;
        }
        waitFor(connections.settings().closeTimeout());
        nettyChannel.writeAndFlush(refusal.response()).addListener((ChannelFutureListener) sent -> {
            DuplexChannel sides = (DuplexChannel) nettyChannel;
            if (sent.isSuccess() && !sides.isInputShutdown()) {
                Output.shutDown(nettyChannel);
            } else {
                sides.close();
            }
        });
    }

    @Override
    public void end() {
        nettyChannel.close();
    }

    @Override
    public boolean check(long now) {
        if (!removed && now - deadline >= 0) {
            if (arriving) {
                refuse(HttpRefusal.TIMEOUT);
            } else {
                nettyChannel.close();
            }
        }
        return !removed;
    }
}
