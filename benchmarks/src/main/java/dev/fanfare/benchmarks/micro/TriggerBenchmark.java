package dev.fanfare.benchmarks.micro;

import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.Trigger;
import dev.fanfare.protocol.TriggerException;
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

/** From the body of a publish to the frame that all subscribers share. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TriggerBenchmark {
    private static final Trigger.Limits LIMITS = new Trigger.Limits(164, 200, 10_240, 100, 10);

    @Param({"100", "4096"})
    private int size;

    private byte[] body = {};

    @Setup
    public void encode() {
        body = ("{\"name\":\"price\",\"channels\":[\"auction-17\"],\"data\":\"{\\\"text\\\":\\\""
                        + "x".repeat(size - 11) + "\\\"}\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public EventFrame parseAndEncode() throws TriggerException {
        Trigger trigger = Trigger.parse(body, 0, body.length, LIMITS);
        return trigger.frame(trigger.channels().getFirst());
    }
}
