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
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transport on loopback with a recording engine behind it, and an HTTP API that names the path it was asked for. */
final class TestServer implements AutoCloseable {
    /** A path whose answer never comes. */
    static final String UNANSWERED = "/unanswered";
    /** A path whose answer comes in a later turn. */
    static final String LATE = "/late";

    static final int BUDGET = 256 * 1024;
    static final int MAX_MESSAGE = 128 * 1024;
    static final int MAX_HEADER = 4096;

    final EventLoops loops;
    final Transport transport;
    final @Nullable Tls tls;
    private final @Nullable TestCertificate certificate;
    final BlockingQueue<RecordingReceiver> receivers = new LinkedBlockingQueue<>();
    /** Paths that were asked for last on the bare sockets that are gone. */
    final BlockingQueue<String> released = new LinkedBlockingQueue<>();

    volatile Consumer<RecordingReceiver> onOpen = _ -> {};
    volatile Consumer<RecordingReceiver> onText = _ -> {};

    TestServer(Kind kind) {
        this(kind, 1, settings());
    }

    TestServer(Kind kind, int loopCount, TransportSettings settings) {
        this(kind, loopCount, settings, new HandshakeQuota(1, _ -> true));
    }

    TestServer(Kind kind, int loopCount, TransportSettings settings, HandshakeQuota quota) {
        this(kind, loopCount, settings, quota, null);
    }

    /** @param certificate null for plain connections */
    TestServer(
            Kind kind,
            int loopCount,
            TransportSettings settings,
            HandshakeQuota quota,
            @Nullable TestCertificate certificate) {
        this.certificate = certificate;
        tls = certificate == null ? null : Tls.load(certificate.files(), InstantSource.system());
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
                new PathEchoService(),
                tls);
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
        return settings(request, keepAlive, close, TrustedProxies.NONE, false);
    }

    static TransportSettings withTrustedProxies(TrustedProxies proxies) {
        return settings(Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(3), proxies, false);
    }

    static TransportSettings withCompression() {
        return settings(
                Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(3), TrustedProxies.NONE, true);
    }

    private static TransportSettings settings(
            Duration request, Duration keepAlive, Duration close, TrustedProxies proxies, boolean compression) {
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
                Duration.ofSeconds(10),
                proxies,
                compression);
    }

    RawClient connect() throws IOException {
        RawClient client = new RawClient(transport.address().getPort());
        if (certificate != null) {
            client.startTls(certificate.clientContext());
        }
        return client;
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

    private final class PathEchoService implements HttpService {
        @Override
        public ChannelHandler newHandler(Peer peer) {
            return new PathEcho();
        }

        @Override
        public RequestServer newServer(Peer peer, AnswerOutlet outlet, Runnable answered) {
            return new PathEchoServer(outlet, answered, released);
        }
    }

    /** Answers at the end of the turn, but some paths later or never; meanwhile it takes no other request. */
    private static final class PathEchoServer implements RequestServer {
        private final AnswerOutlet outlet;
        private final Runnable answered;
        private final BlockingQueue<String> released;
        private final StringBuilder answers = new StringBuilder();
        private String path = "";
        private boolean open;
        private int count;

        PathEchoServer(AnswerOutlet outlet, Runnable answered, BlockingQueue<String> released) {
            this.outlet = outlet;
            this.answered = answered;
            this.released = released;
        }

        private void answer() {
            open = false;
            answers.append(PathEcho.answer(path));
            count++;
        }

        private void answerLate() {
            answer();
            endTurn();
            answered.run();
        }

        @Override
        public void beginTurn() {
            // Nothing to prepare.
        }

        @Override
        public void serve(WholeRequest request) {
            path = request.target();
            open = true;
            if (path.equals(LATE)) {
                outlet.execute(this::answerLate);
            } else if (!path.equals(UNANSWERED)) {
                answer();
            }
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
            return open || !outlet.isWritable();
        }

        @Override
        public boolean isIdle() {
            return !open && count == 0;
        }

        @Override
        public void release() {
            released.add(path);
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
