package dev.fanfare.server.transport;

import dev.fanfare.engine.Node;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The sockets of a running server: one that listens, and all that were accepted. */
public final class Transport implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final EventLoops loops;
    private final TransportSettings settings;
    private final Map<EventLoop, LoopConnections> connections = new IdentityHashMap<>();
    private final Channel listening;

    private Transport(
            EventLoops loops,
            TransportSettings settings,
            HandshakeQuota quota,
            Admission admission,
            HttpService http,
            @Nullable Tls tls) {
        this.loops = loops;
        this.settings = settings;
        Map<EventLoop, HttpPipeline> pipelines = new IdentityHashMap<>();
        for (NettyLoop loop : loops.nettyLoops()) {
            LoopConnections ofLoop = new LoopConnections(loop, settings);
            connections.put(loop.eventLoop(), ofLoop);
            pipelines.put(
                    loop.eventLoop(),
                    new HttpPipeline(ofLoop, new HandOver(ofLoop, admission, tls != null), quota, http, tls));
        }
        listening = listen(pipelines);
    }

    /**
     * Listens.
     *
     * @param http serves every request that asks for no WebSocket
     * @param tls null for plain connections
     * @throws TransportException if the address is taken or not one of this machine's
     */
    public static Transport start(
            EventLoops loops, TransportSettings settings, Node node, HttpService http, @Nullable Tls tls) {
        HandshakeQuota quota = new HandshakeQuota(settings.handshakesPerAddress(), InetAddress::isLoopbackAddress);
        return start(loops, settings, quota, node::open, http, tls);
    }

    static Transport start(
            EventLoops loops,
            TransportSettings settings,
            HandshakeQuota quota,
            Admission admission,
            HttpService http,
            @Nullable Tls tls) {
        return new Transport(loops, settings, quota, admission, http, tls);
    }

    private Channel listen(Map<EventLoop, HttpPipeline> pipelines) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel accepted) {
                        HttpPipeline pipeline = pipelines.get(accepted.eventLoop());
                        if (pipeline != null) {
                            pipeline.build(accepted);
                        }
                    }
                })
                .bind(settings.host(), settings.port());
        Waiting.until(bound);
        Throwable cause = bound.cause();
        if (cause != null) {
            throw BindFailure.describe(settings, cause);
        }
        return bound.channel();
    }

    private Class<? extends ServerChannel> serverChannel() {
        return switch (loops.kind()) {
            case EPOLL -> EpollServerSocketChannel.class;
            case IO_URING -> IoUringServerSocketChannel.class;
            case NIO, AUTO -> NioServerSocketChannel.class;
        };
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Bytes that wait for peers to take them, all connections together. From any thread. */
    public long queuedBytes() {
        return connections.values().stream()
                .mapToLong(ofLoop -> ofLoop.counts().queued())
                .sum();
    }

    /** From any thread. */
    public TransportCounts counts() {
        TransportCounts sum = TransportCounts.zero();
        for (LoopConnections ofLoop : connections.values()) {
            sum = ofLoop.counts().addTo(sum);
        }
        return sum;
    }

    /** How late loops have been since somebody asked first. From any thread, while the transport is open. */
    public LagCounts lag() {
        LagCounts sum = LoopLag.zero();
        for (LoopConnections ofLoop : connections.values()) {
            sum = ofLoop.lag().addTo(sum);
        }
        return sum;
    }

    /**
     * Stops accepting, tells every client to connect elsewhere, and returns when all are gone, or after the close timeout
     * without those that are left. Not to be called on a loop.
     */
    @Override
    public void close() {
        Waiting.until(listening.close());
        List<LoopConnections> all = List.copyOf(connections.values());
        CountDownLatch empty = new CountDownLatch(all.size());
        all.forEach(each -> each.loop().execute(() -> each.closeAll(empty::countDown)));
        Waiting.until(empty, settings.closeTimeout());
        CountDownLatch ended = new CountDownLatch(all.size());
        all.forEach(each -> each.loop().execute(() -> {
            each.endAll();
            ended.countDown();
        }));
        Waiting.until(ended, settings.closeTimeout());
    }
}
