package dev.fanfare.benchmarks.micro;

import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.ClientFrameWriter;
import dev.fanfare.protocol.FrameReader;
import dev.fanfare.protocol.ProtocolException;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;

/** Reading what clients send. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameReaderBenchmark {
    private static final String SIGNATURE = "key:" + "0123456789abcdef".repeat(4);
    private static final String USER = "{\"user_id\":\"4711\",\"user_info\":{\"name\":\"Zoë\",\"role\":\"editor\"}}";

    /** The kinds of frame there are much of. */
    public enum Kind {
        CLIENT_EVENT,
        SUBSCRIBE,
        PRESENCE_SUBSCRIBE,
        PING
    }

    @Param
    private Kind kind = Kind.PING;

    private byte[] frame = {};

    @Setup
    public void encode() {
        frame = switch (kind) {
            case CLIENT_EVENT ->
                ("{\"event\":\"client-typing\",\"channel\":\"private-room-17\",\"data\":\"{\\\"x\\\":12,\\\"text\\\":\\\""
                                + "h".repeat(80) + "\\\"}\"}")
                        .getBytes(StandardCharsets.UTF_8);
            case SUBSCRIBE -> ClientFrameWriter.subscribe("private-room-17", SIGNATURE, null);
            case PRESENCE_SUBSCRIBE -> ClientFrameWriter.subscribe("presence-room-17", SIGNATURE, USER);
            case PING -> ClientFrameWriter.ping();
        };
    }

    @Benchmark
    public ClientFrame read() throws ProtocolException {
        return FrameReader.read(frame, 0, frame.length);
    }
}
