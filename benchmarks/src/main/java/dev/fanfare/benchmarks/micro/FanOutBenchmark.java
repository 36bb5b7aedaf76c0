package dev.fanfare.benchmarks.micro;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Receiver;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrameWriter;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.ProtocolException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the engine adds to an event that is published to one channel: everything but the sockets. One operation is one turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FanOutBenchmark {
    private static final String CHANNEL = "bench";

    @Param({"1", "100", "10000"})
    private int subscribers;

    @Param({"100", "4096"})
    private int size;

    private final InstantLoop loop = new InstantLoop();
    private final CountingConnection connection = new CountingConnection();
    private final App app = new App(
            "id",
            "key",
            List.of(new AppSecret("secret")),
            true,
            List.of(),
            App.DEFAULT_ACTIVITY_TIMEOUT,
            AppFeatures.NONE,
            AppLimits.NONE);
    private final Node node = Node.builder()
            .loops(List.of(loop))
            .apps(new FixedApps(List.of(app)))
            .build();
    private List<Publication> publication = List.of();
    private long answers;
    private long bytesAtStart;

    @Setup
    public void subscribe() throws ProtocolException {
        node.start();
        byte[] subscribe = ClientFrameWriter.subscribe(CHANNEL, null, null);
        for (int i = 0; i < subscribers; i++) {
            Receiver receiver = node.open(loop, new ConnectionRequest("key", "7", null, false), connection);
            loop.turn();
            receiver.received(subscribe, 0, subscribe.length);
            loop.turn();
        }
        ChannelName channel = ChannelName.parse(CHANNEL, CHANNEL.length());
        publication = List.of(new Publication(channel, EventFrame.of("event", channel, "x".repeat(size)), null));
        bytesAtStart = connection.bytes();
    }

    @Benchmark
    public long publish() {
        node.publish(app, publication, _ -> answers++);
        loop.turn();
        return connection.bytes();
    }

    /** A benchmark that delivers nothing is fast, and worthless. */
    @TearDown
    public void check() {
        long expected = answers * subscribers * size;
        if (answers == 0 || connection.bytes() - bytesAtStart < expected) {
            throw new IllegalStateException(
                    connection.bytes() - bytesAtStart + " bytes delivered, expected at least " + expected);
        }
    }
}
