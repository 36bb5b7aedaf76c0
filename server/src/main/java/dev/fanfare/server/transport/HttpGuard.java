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

    private final LoopConnections connections;
    private final HandshakeQuota quota;
    private final Channel nettyChannel;
    private final InetAddress address;

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
        address = nettyChannel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        counted = quota.enter(address);
        if (counted) {
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
            quota.leave(address);
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
