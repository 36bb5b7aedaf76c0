package dev.fanfare.engine.testing;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.NodeBuilder;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A real node on loops that the test turns. */
public final class FakeNode {
    public static final String KEY = "app-key";
    public static final String SECRET = "app-secret";

    private final List<FakeLoop> loops;
    private final Node node;
    private final App app;
    private final AtomicLong nanos = new AtomicLong();
    private int connected;

    public FakeNode(int loopCount) {
        this(loopCount, app(AppFeatures.DEVELOPMENT, AppLimits.DEFAULT), UnaryOperator.identity());
    }

    public FakeNode(int loopCount, App app, UnaryOperator<NodeBuilder> more) {
        this.app = app;
        loops = IntStream.range(0, loopCount).mapToObj(i -> new FakeLoop()).toList();
        node = more.apply(Node.builder()
                        .loops(loops)
                        .apps(new FixedApps(List.of(app)))
                        .ticker(nanos::get)
                        .random(new SplittableRandom(1)))
                .build();
        node.start();
    }

    public static App app(AppFeatures features, AppLimits limits) {
        return new App("app-id", KEY, List.of(new AppSecret(SECRET)), true, List.of(), 120, features, limits);
    }

    public Node node() {
        return node;
    }

    public App app() {
        return app;
    }

    public List<FakeLoop> loops() {
        return loops;
    }

    /** A client on the next loop. */
    public FakeClient connect() {
        FakeClient client = connect(new ConnectionRequest(KEY, "7", null, false));
        settle();
        return client;
    }

    public FakeClient connect(ConnectionRequest request) {
        FakeClient client = new FakeClient(this, loops.get(connected++ % loops.size()), request);
        settle();
        return client;
    }

    public List<ChannelState> publish(String channel, String event, String data) {
        return publish(channel, event, data, null);
    }

    public List<ChannelState> publish(String channel, String event, String data, @Nullable SocketId except) {
        List<ChannelState> states = new ArrayList<>();
        ChannelName name = name(channel);
        loops.getFirst()
                .input(() -> node.publish(
                        app, List.of(new Publication(name, EventFrame.of(event, name, data), except)), states::addAll));
        settle();
        return states;
    }

    public static ChannelName name(String channel) {
        try {
            return ChannelName.parse(channel, 200);
        } catch (ProtocolException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Runs every loop until nothing is left to do, each turn to its end. */
    public void settle() {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (FakeLoop loop : loops) {
                while (loop.runTask()) {
                    busy = true;
                }
                loop.endTurn();
            }
        }
    }

    /** Lets time pass, second by second. */
    public void advance(Duration duration) {
        for (long i = 0; i < duration.toSeconds(); i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            loops.forEach(loop -> loop.advance(Duration.ofSeconds(1)));
            settle();
        }
    }
}
