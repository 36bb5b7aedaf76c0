package dev.fanfare.benchmarks.micro;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The HMAC that every private subscription and every publish needs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBenchmark {
    private static final String TEXT = "1234567.7654321:private-room-17";

    private final Signer signer = new Signer(new AppSecret("0123456789abcdef0123"));
    private final String signature = signer.sign(TEXT);

    @Benchmark
    public String sign() {
        return signer.sign(TEXT);
    }

    @Benchmark
    public boolean matches() {
        return signer.matches(signature, TEXT);
    }
}
