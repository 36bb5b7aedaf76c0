package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.hub.Subscriber;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.config.ApiConfig;
import dev.fanfare.server.config.LogConfig;
import dev.fanfare.server.reload.LiveWebhooks;
import dev.fanfare.server.transport.Peer;
import dev.fanfare.testsupport.TestTicker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The API on one connection, with a real node behind it whose loop the test turns. */
final class TestApi implements AutoCloseable {
    static final String SECRET = "7ad3773142a6692b25b8";
    static final String KEY = "278d425bdf160c739803";
    static final long NOW = 1_353_088_179;
    static final int MAX_BODY_SIZE = 64 * 1024;

    static final App APP = app("3", KEY, true);
    static final App OTHER_APP = app("4", "other-key", true);
    static final App DISABLED_APP = app("5", "disabled-key", false);

    final TestLoop loop = new TestLoop();
    final Node node;
    final RequestCounts requests = new RequestCounts();
    private final HttpApi api;
    private final Peer peer;
    EmbeddedChannel channel;
    BooleanSupplier ready = () -> true;

    TestApi() {
        this("");
    }

    TestApi(String pathPrefix) {
        this(pathPrefix, LogConfig.Requests.NONE, "", new Peer(Peer.Kind.PLAIN, false));
    }

    TestApi(String pathPrefix, LogConfig.Requests logged, String metricsToken, Peer peer) {
        this.peer = peer;
        node = Node.builder()
                .loops(List.of(loop))
                .ticker(new TestTicker())
                .apps(new FixedApps(List.of(APP, OTHER_APP, DISABLED_APP)))
                .build();
        node.start();
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(NOW));
        MetricsSource metrics = answer -> answer.accept("page".getBytes(StandardCharsets.UTF_8));
        BooleanSupplier now = () -> ready.getAsBoolean();
        ApiContext context =
                new ApiContext(now, app -> 7, LiveWebhooks.none(), metrics, metricsToken, logged, requests);
        api = new HttpApi(node, new ApiConfig(MAX_BODY_SIZE), pathPrefix, clock, context);
        channel = newChannel();
    }

    /** Always ready, without quota, webhooks, metrics and log. */
    static ApiContext context() {
        MetricsSource metrics = answer -> answer.accept(new byte[0]);
        return new ApiContext(
                () -> true, app -> 0, LiveWebhooks.none(), metrics, "", LogConfig.Requests.NONE, new RequestCounts());
    }

    EmbeddedChannel newChannel() {
        channel = new EmbeddedChannel(new HttpRequestDecoder(), api.newHandler(peer));
        return channel;
    }

    private static App app(String id, String key, boolean enabled) {
        return new App(
                id,
                key,
                List.of(new AppSecret("retired-" + id), new AppSecret(SECRET)),
                enabled,
                List.of(),
                App.DEFAULT_ACTIVITY_TIMEOUT,
                AppFeatures.DEVELOPMENT,
                AppLimits.DEFAULT);
    }

    /** Sends a signed request and returns its answer. */
    TestAnswer get(String path, String query) {
        return send(signed("GET", path, query, ""));
    }

    TestAnswer get(String path) {
        return get(path, "");
    }

    TestAnswer post(String path, String body) {
        return send(signed("POST", path, "", body));
    }

    TestAnswer trigger(String body) {
        return post("/apps/3/events", body);
    }

    /** A whole request, its query in the order of the SDKs and unescaped. */
    static String signed(String method, String path, String query, String body) {
        return request(method, path + "?" + signedQuery(method, path, query, body), body);
    }

    static String signedQuery(String method, String path, String query, String body) {
        String auth = "auth_key=" + KEY + "&auth_timestamp=" + NOW + "&auth_version=1.0"
                + (body.isEmpty() ? "" : "&body_md5=" + TestSignature.md5(body))
                + (query.isEmpty() ? "" : "&" + query);
        return auth + "&auth_signature=" + TestSignature.sign(SECRET, method, path, auth);
    }

    static String request(String method, String uri, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return method + " " + uri + " HTTP/1.1\r\nHost: localhost\r\n"
                + (body.isEmpty() ? "" : "Content-Length: " + length + "\r\n") + "\r\n" + body;
    }

    TestAnswer send(String request) {
        List<TestAnswer> answers = sendAll(request);
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    /** Sends bytes as one segment and returns the answers that have come by then. */
    List<TestAnswer> sendAll(String segment) {
        write(segment);
        if (loop.inLoop()) {
            turn();
        }
        return answers();
    }

    void write(String segment) {
        channel.writeInbound(Unpooled.copiedBuffer(segment, StandardCharsets.UTF_8));
    }

    void turn() {
        loop.run();
        channel.runPendingTasks();
    }

    List<TestAnswer> answers() {
        return TestAnswer.parse(output());
    }

    /** What was written since the last call, as text. */
    String output() {
        StringBuilder text = new StringBuilder();
        for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            if (out instanceof ByteBuf bytes) {
                text.append(bytes.toString(StandardCharsets.UTF_8));
            }
            ReferenceCountUtil.release(out);
        }
        return text.toString();
    }

    TestConnection subscribe(String channelName) {
        TestConnection connection = new TestConnection();
        receive(open(connection), "{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channelName + "\"}}");
        return connection;
    }

    TestConnection join(String channelName, String userId) {
        TestConnection connection = new TestConnection();
        Subscriber subscriber = open(connection);
        String member = "{\"user_id\":\"" + userId + "\"}";
        String auth = KEY + ":" + TestSignature.hmac(SECRET, connection.socketId + ":" + channelName + ":" + member);
        receive(
                subscriber,
                "{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channelName + "\",\"auth\":\"" + auth
                        + "\",\"channel_data\":\"" + member.replace("\"", "\\\"") + "\"}}");
        return connection;
    }

    TestConnection signIn(String userId) {
        TestConnection connection = new TestConnection();
        Subscriber subscriber = open(connection);
        String user = "{\"id\":\"" + userId + "\"}";
        String auth = KEY + ":" + TestSignature.hmac(SECRET, connection.socketId + "::user::" + user);
        receive(
                subscriber,
                "{\"event\":\"pusher:signin\",\"data\":{\"auth\":\"" + auth + "\",\"user_data\":\""
                        + user.replace("\"", "\\\"") + "\"}}");
        return connection;
    }

    private Subscriber open(TestConnection connection) {
        Subscriber subscriber = node.open(loop, new ConnectionRequest(KEY, "7", null, false), connection);
        connection.socketId = subscriber.socketId().toString();
        return subscriber;
    }

    private void receive(Subscriber subscriber, String frame) {
        byte[] text = frame.getBytes(StandardCharsets.UTF_8);
        subscriber.received(text, 0, text.length);
        loop.run();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        node.close();
    }
}
