package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds the pipelines of the connections that one loop accepts: guard, HTTP decoder, handshake and, if it is needed, HTTP API.
 *
 * <p>On epoll a connection that sends one whole request after the other leaves its pipeline for an {@link HttpSocket}, and
 * comes back into a new one when it sends anything else.
 */
final class HttpPipeline {
    private static final int WHOLE_REQUEST_SIZE = 16 * 1024;

    private final LoopConnections connections;
    private final HandOver handOver;
    private final HandshakeQuota quota;
    private final HttpService http;
    private final @Nullable Tls tls;
    private final HttpDecoderConfig decoding;
    private final WholeRequestReader whole;

    HttpPipeline(
            LoopConnections connections, HandOver handOver, HandshakeQuota quota, HttpService http, @Nullable Tls tls) {
        this.connections = connections;
        this.handOver = handOver;
        this.quota = quota;
        this.http = http;
        this.tls = tls;
        decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(connections.settings().maxHeaderSize())
                .setMaxHeaderSize(connections.settings().maxHeaderSize());
        whole = new WholeRequestReader(
                WHOLE_REQUEST_SIZE, connections.settings().maxHeaderSize());
    }

    void build(Channel accepted) {
        HttpGuard guard = new HttpGuard(connections, quota, accepted);
        if (tls != null) {
            accepted.pipeline().addLast(new TlsGate(tls, connections.settings().requestTimeout()));
        }
        accepted.pipeline()
                .addLast(guard)
                .addLast(new RequestDecoder(decoding, whole))
                .addLast(new HandshakeHandler(connections, guard, handOver, this));
    }

    ChannelHandler newHandler(Channel nettyChannel) {
        return http.newHandler(peer(nettyChannel));
    }

    Peer peer(Channel nettyChannel) {
        InetAddress remote =
                nettyChannel.remoteAddress() instanceof InetSocketAddress socket ? socket.getAddress() : null;
        boolean proxy =
                remote != null && connections.settings().trustedProxies().contains(remote);
        Peer.Kind kind = isSecure() ? Peer.Kind.TLS : proxy ? Peer.Kind.PROXY : Peer.Kind.PLAIN;
        return new Peer(kind, remote != null && remote.isLoopbackAddress());
    }

    WholeRequestReader reader() {
        return whole;
    }

    HttpService http() {
        return http;
    }

    /** Whether every connection speaks TLS, so that nobody but the pipeline can send or read. */
    boolean isSecure() {
        return tls != null;
    }

    /** Whether the connection has a socket that can be used alone, and nothing waits to be sent. */
    boolean canLeave(Channel nettyChannel) {
        if (isSecure()) {
            return false;
        }
        ChannelOutboundBuffer unsent = nettyChannel.unsafe().outboundBuffer();
        return nettyChannel instanceof EpollSocketChannel && unsent != null && unsent.isEmpty();
    }

    /**
     * Takes a connection out of its pipeline.
     *
     * @param first what it asks next
     * @param early what has been read behind that, asked for when no more can be added to it
     */
    void leave(Channel nettyChannel, WholeRequest first, Supplier<ByteBuf> early) {
        Peer peer = peer(nettyChannel);
        nettyChannel.deregister().addListener((ChannelFutureListener) done -> {
            if (!nettyChannel.isOpen()) {
                return;
            }
            ByteBuf bytes = early.get();
            HandOver.removeHandlers(nettyChannel.pipeline());
            HttpSocket socket = new HttpSocket(connections, this, peer, (Socket) ((UnixChannel) nettyChannel).fd());
            socket.begin(first, bytes);
        });
    }

    /** Puts a socket into a new pipeline, with bytes that were read from it already. */
    void takeBack(Socket socket, byte[] bytes) {
        EpollSocketChannel nettyChannel = new EpollSocketChannel(socket.intValue());
        nettyChannel.config().setAllowHalfClosure(true);
        build(nettyChannel);
        connections.loop().eventLoop().register(nettyChannel).addListener((ChannelFutureListener) done -> {
            if (!done.isSuccess()) {
                nettyChannel.close();
            } else if (bytes.length > 0) {
                nettyChannel.pipeline().fireChannelRead(Unpooled.wrappedBuffer(bytes));
                nettyChannel.pipeline().fireChannelReadComplete();
            }
        });
    }
}
