package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Loop;
import dev.fanfare.server.config.TransportConfig;
import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of a server: started before its node, which is built on them, and closed after everything else. */
public final class EventLoops implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final Kind kind;
    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyLoop> loops;

    private EventLoops(Kind kind, MultiThreadIoEventLoopGroup group, List<NettyLoop> loops) {
        this.kind = kind;
        this.group = group;
        this.loops = loops;
    }

    /**
     * @param count {@link TransportConfig#AUTO_LOOPS} for one, or on more than two processors one for each
     * @throws TransportException if the kind was named and cannot be had on this machine
     */
    public static EventLoops start(Kind kind, int count) {
        Kind chosen = kind == Kind.AUTO ? (Epoll.isAvailable() ? Kind.EPOLL : Kind.NIO) : kind;
        IoHandlerFactory handlers = handlers(chosen);
        int size = count == TransportConfig.AUTO_LOOPS ? suitableCount() : count;
        MultiThreadIoEventLoopGroup group =
                new MultiThreadIoEventLoopGroup(size, new DefaultThreadFactory("fanfare-loop"), handlers);
        List<NettyLoop> loops = new ArrayList<>();
        group.forEach(eventLoop -> loops.add(new NettyLoop((IoEventLoop) eventLoop)));
        return new EventLoops(chosen, group, List.copyOf(loops));
    }

    /** Two loops on two processors would halve what a fan-out gets out of a processor second. */
    private static int suitableCount() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors <= 2 ? 1 : processors;
    }

    private static IoHandlerFactory handlers(Kind kind) {
        return switch (kind) {
            case EPOLL -> {
                require(kind, Epoll.unavailabilityCause());
                yield EpollIoHandler.newFactory();
            }
            case IO_URING -> {
                require(kind, IoUring.unavailabilityCause());
                yield IoUringIoHandler.newFactory();
            }
            case NIO, AUTO -> NioIoHandler.newFactory();
        };
    }

    private static void require(Kind kind, @Nullable Throwable cause) {
        if (cause != null) {
            throw new TransportException(
                    "transport.kind",
                    "Transport " + kind + " cannot be had on this machine: " + rootMessage(cause) + "; use auto or nio",
                    cause);
        }
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** What {@link Kind#AUTO} has become, or the kind that was named. */
    public Kind kind() {
        return kind;
    }

    public List<Loop> loops() {
        return List.copyOf(loops);
    }

    List<NettyLoop> nettyLoops() {
        return loops;
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    /** Ends the threads. Sockets that are still open are closed without a word. */
    @Override
    public void close() {
        Waiting.until(group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS));
        loops.forEach(NettyLoop::free);
    }
}
