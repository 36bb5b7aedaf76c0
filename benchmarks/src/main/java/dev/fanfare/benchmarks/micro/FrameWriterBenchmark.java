package dev.fanfare.benchmarks.micro;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.PresenceMember;
import dev.fanfare.protocol.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Warmup;

/** Encoding what the server sends most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameWriterBenchmark {
    @Param({"10", "1000"})
    private int members;

    private final List<PresenceMember> roster = new ArrayList<>();
    private final ChannelName channel;
    private final PresenceMember member = PresenceMember.of("4711", "{\"name\":\"Zoë\",\"role\":\"editor\"}");
    private final ClientFrame.ClientEvent event = new ClientFrame.ClientEvent(
            "client-typing", "presence-room", "\"12345678\"".repeat(10).getBytes(StandardCharsets.UTF_8), 100);

    public FrameWriterBenchmark() {
        try {
            channel = ChannelName.parse("presence-room", 200);
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup
    public void fillRoster() {
        for (int i = 0; i < members; i++) {
            roster.add(PresenceMember.of(Integer.toString(i), "{\"name\":\"Member\"}"));
        }
    }

    @Benchmark
    public byte[] presenceRoster() {
        return FrameWriter.subscriptionSucceeded(channel, roster);
    }

    @Benchmark
    public byte[] memberAdded() {
        return FrameWriter.memberAdded(channel, member);
    }

    @Benchmark
    public byte[] clientEvent() {
        return FrameWriter.clientEvent(event, "4711");
    }
}
