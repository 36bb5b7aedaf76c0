package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.TransportConfig.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
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
                new PathEchoService());
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

    private static final class PathEchoService implements HttpService {
        @Override
        public ChannelHandler newHandler() {
            return new PathEcho();
        }

        @Override
        public RequestServer newServer(AnswerOutlet outlet, Runnable answered) {
            return new PathEchoServer(outlet);
        }
    }

    /** Answers at the end of the turn. */
    private static final class PathEchoServer implements RequestServer {
        private final AnswerOutlet outlet;
        private final StringBuilder answers = new StringBuilder();
        private int count;

        PathEchoServer(AnswerOutlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void beginTurn() {
            // Nothing to prepare.
        }

        @Override
        public void serve(WholeRequest request) {
            answers.append(PathEcho.answer(request.target()));
            count++;
        }

        @Override
        public void endTurn() {
            if (count > 0) {
                ByteBuf bytes = outlet.allocate(answers.length());
                bytes.writeCharSequence(answers, StandardCharsets.US_ASCII);
                answers.setLength(0);
                outlet.send(bytes, count);
                count = 0;
            }
        }

        @Override
        public boolean isFull() {
            return !outlet.isWritable();
        }

        @Override
        public boolean isIdle() {
            return count == 0;
        }

        @Override
        public void release() {
            count = 0;
        }
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
            context.write(Unpooled.copiedBuffer(answer(path), StandardCharsets.US_ASCII));
            context.write(EndOfAnswer.INSTANCE);
        }

        static String answer(String path) {
            return "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path;
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
