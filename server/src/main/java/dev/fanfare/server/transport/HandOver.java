package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.ssl.SslHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/**
 * Makes a WebSocket connection of a Netty channel whose handshake is answered. On epoll the channel gives its socket away and
 * is left to the garbage collector, never closed; elsewhere, and with TLS or compression, it keeps nothing but the connection's handler. Owned by a loop.
 */
final class HandOver {
    private static final Logger LOG = System.getLogger(HandOver.class.getName());

    private final LoopConnections connections;
    private final Admission admission;
    private final boolean secure;
    private final MessageDigest sha1;

    /** @param secure whether connections speak TLS, which their pipeline has to go on with */
    HandOver(LoopConnections connections, Admission admission, boolean secure) {
        this.connections = connections;
        this.admission = admission;
        this.secure = secure;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is missing, expected in every JDK", e);
        }
    }

    MessageDigest sha1() {
        return sha1;
    }

    /**
     * @param client for whom it was opened, maybe by a proxy
     * @param compressed whether permessage-deflate was agreed to
     * @param early what has been read behind the handshake, asked for when no more can be added to it
     */
    void begin(
            Channel nettyChannel,
            InetAddress client,
            ConnectionRequest request,
            boolean compressed,
            Supplier<ByteBuf> early) {
        LOG.log(Level.DEBUG, "{0} connects to app key {1}", client.getHostAddress(), request.appKey());
        if (nettyChannel instanceof EpollSocketChannel && !secure && !compressed) {
            nettyChannel.deregister().addListener((ChannelFutureListener) done -> {
                if (nettyChannel.isOpen()) {
                    moveToSocket(nettyChannel, request, early);
                }
            });
        } else if (nettyChannel.isOpen()) {
            stayInPipeline(nettyChannel, request, compressed, early);
        }
    }

    private void moveToSocket(Channel nettyChannel, ConnectionRequest request, Supplier<ByteBuf> early) {
        SocketConnection connection = new SocketConnection(connections, (Socket) ((UnixChannel) nettyChannel).fd());
        ByteBuf bytes = early.get();
        removeHandlers(nettyChannel.pipeline());
        connection.register();
        open(connection, request, bytes);
    }

    private void stayInPipeline(
            Channel nettyChannel, ConnectionRequest request, boolean compressed, Supplier<ByteBuf> early) {
        PipelineConnection connection = new PipelineConnection(connections, nettyChannel, compressed);
        ByteBuf bytes = early.get();
        removeHandlers(nettyChannel.pipeline());
        nettyChannel.pipeline().addLast(connection.handler());
        nettyChannel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        open(connection, request, bytes);
        if (((DuplexChannel) nettyChannel).isInputShutdown()) {
            connection.end();
        }
        nettyChannel.config().setAutoRead(true);
    }

    /** Leaves what makes the connection secure. */
    static void removeHandlers(ChannelPipeline pipeline) {
        for (ChannelHandler handler : pipeline.toMap().values()) {
            if (!(handler instanceof SslHandler)) {
                pipeline.remove(handler);
            }
        }
    }

    private void open(WebSocketConnection connection, ConnectionRequest request, ByteBuf early) {
        connection.open(admission, request);
        if (connections.isClosing()) {
            connection.close(CloseCode.SHUTTING_DOWN);
        }
        connection.decode(early);
    }
}
