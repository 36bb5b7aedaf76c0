package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transport on loopback with a recording engine behind it, and an HTTP API that names the path it was asked for. */
final class TestServer implements AutoCloseable {
    static final int BUDGET = 256 * 1024;
    static final int MAX_MESSAGE = 128 * 1024;
    static final int MAX_HEADER = 4096;

    final EventLoops loops;
    final Transport transport;
    final BlockingQueue<RecordingReceiver> receivers = new LinkedBlockingQueue<>();
    volatile Consumer<RecordingReceiver> onOpen = _ -> {};
    volatile Consumer<RecordingReceiver> onText = _ -> {};

    TestServer(Kind kind) {
        this(kind, 1, settings());
    }

    TestServer(Kind kind, int loopCount, TransportSettings settings) {
        this(kind, loopCount, settings, new HandshakeQuota(1, _ -> true));
    }

    TestServer(Kind kind, int loopCount, TransportSettings settings, HandshakeQuota quota) {
        loops = EventLoops.start(kind, loopCount);
        transport = Transport.start(
                loops,
                settings,
                quota,
                (loop, request, connection) -> {
                    RecordingReceiver receiver =
                            new RecordingReceiver(loop, request, connection, received -> onText.accept(received));
                    onOpen.accept(receiver);
                    receivers.add(receiver);
                    return receiver;
                },
                PathEcho::new);
    }

    /** Timeouts that a test can wait for, where it wants to. */
    static TransportSettings settings() {
        return withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(75));
    }

    static TransportSettings withCloseTimeout(Duration close) {
        return withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(75), close);
    }

    static TransportSettings withTimeouts(Duration request, Duration keepAlive) {
        return withTimeouts(request, keepAlive, Duration.ofSeconds(3));
    }

    private static TransportSettings withTimeouts(Duration request, Duration keepAlive, Duration close) {
        return new TransportSettings(
                "127.0.0.1",
                0,
                "",
                request,
                keepAlive,
                MAX_HEADER,
                100,
                MAX_MESSAGE,
                BUDGET,
                close,
                Duration.ofSeconds(10));
    }

    RawClient connect() throws IOException {
        return new RawClient(transport.address().getPort());
    }

    /** A client whose handshake is done. */
    RawClient connectWebSocket() throws IOException {
        RawClient client = connect();
        client.shakeHands("/app/app-key?protocol=7");
        return client;
    }

    RecordingReceiver nextReceiver() throws InterruptedException {
        @Nullable RecordingReceiver receiver = receivers.poll(10, TimeUnit.SECONDS);
        assertThat(receiver).as("a connection within 10 seconds").isNotNull();
        return receiver;
    }

    @Override
    public void close() {
        transport.close();
        loops.close();
    }

    private static final class PathEcho extends SimpleChannelInboundHandler<Object> {
        private String path = "";

        @Override
        protected void channelRead0(ChannelHandlerContext context, Object message) {
            if (message instanceof WholeRequest request) {
                answer(context, request.target());
            }
            if (message instanceof HttpRequest request) {
                path = request.uri();
            }
            if (message instanceof LastHttpContent) {
                answer(context, path);
            }
        }

        private static void answer(ChannelHandlerContext context, String path) {
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path;
            context.write(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
            context.write(EndOfAnswer.INSTANCE);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
