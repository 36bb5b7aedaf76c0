package dev.fanfare.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTablesTest {
    private static final LoadSpec CLOSED = new LoadSpec(LoadSpec.Mode.FANOUT, 10, 1, 2, 1, 100, 1, 1, 1, 0, 0, 0, 1);

    @Test
    void shareIsTheMedianOfThePairsAndNotTheQuotientOfTheMedians() {
        List<Run> runs = List.of(
                run("fanfare", 0, 100, 0),
                run(Contender.FLOOR, 0, 100, 0),
                run("fanfare", 1, 300, 0),
                run(Contender.FLOOR, 1, 600, 0),
                run("fanfare", 2, 90, 0),
                run(Contender.FLOOR, 2, 100, 0));
        assertThat(new LoadTables(runs).throughput().markdown()).contains("0.90 (0.50..1.00)");
    }

    @Test
    void brokenRunShowsInTheTableAndInTheExitStatus(@TempDir Path folder) throws IOException {
        Run broken = run("fanfare", 0, 100, 7);
        Path file = folder.resolve("results.jsonl");
        Journal journal = new Journal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), file);
        journal.add(run("fanfare", 1, 100, 0));
        assertThat(journal.exitStatus()).isZero();
        journal.add(broken);
        assertThat(journal.exitStatus()).isEqualTo(3);
        assertThat(new LoadTables(List.of(broken)).throughput().markdown()).contains("7, 0, 0");
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("\"lost\":7");
    }

    @Test
    void serverThatMisbehavesShowsInTheExitStatus(@TempDir Path folder) throws IOException {
        Journal journal = new Journal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), folder.resolve("x.jsonl"));
        journal.failed("fan-out", "fanfare", new LoadFailure("closed"));
        assertThat(journal.exitStatus()).isEqualTo(2);
        assertThat(journal.failures()).singleElement().asString().contains("fan-out", "closed");
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(List.of(0.123, 12.34, 123.4, 1234.0, 12_345.0, 1_234_567.0).stream()
                        .map(Numbers::brief))
                .containsExactly("0.12", "12.3", "123", "1,234", "12k", "1.23M");
        assertThat(Numbers.spread(List.of(3.0, 1.0, 2.0, 10.0))).isEqualTo("2.50 (1.00..10.0)");
        assertThat(Numbers.spread(List.of())).isEqualTo("–");
    }

    private static Run run(String server, int pair, double perCpuSecond, long lost) {
        Outcome outcome = new Outcome(
                CLOSED, perCpuSecond, 1, 1, 0, 1, 0.1, 0.9, 0.5, 0, lost, 0, 0, new Histogram(1_000_000_000, 3));
        return new Run("work", server, pair, false, outcome);
    }
}
