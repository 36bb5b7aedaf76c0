package dev.fanfare.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.benchmarks.load.LoadRun;
import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import dev.fanfare.benchmarks.load.Outcome;
import dev.fanfare.benchmarks.load.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadOnFloorIT {
    private final JavaFloor floor;
    private final Thread thread;

    LoadOnFloorIT() throws IOException {
        floor = new JavaFloor(0);
        thread = Thread.ofPlatform().start(this::serve);
    }

    private void serve() {
        try {
            floor.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stopFloor() throws InterruptedException, IOException {
        thread.interrupt();
        thread.join();
        floor.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyModeDeliversEverythingOnce(Mode mode) {
        Outcome outcome =
                LoadRun.of(Target.local(floor.port(), ProcessHandle.current().pid()), spec(mode, 0));
        assertThat(outcome.isIntact()).as(outcome.line()).isTrue();
        assertThat(outcome.units()).isPositive();
        assertThat(outcome.perServerCpuSecond()).isPositive();
        assertThat(outcome.json()).contains("\"mode\":\"" + mode.label() + "\"", "\"lost\":0");
    }

    @Test
    void openLoopDeliversEverythingOnce() {
        Outcome outcome = LoadRun.of(Target.local(floor.port(), 0), spec(Mode.FANOUT, 2000));
        assertThat(outcome.isIntact()).as(outcome.line()).isTrue();
        assertThat(outcome.units()).isPositive();
        assertThat(outcome.perServerCpuSecond()).isZero();
    }

    private static LoadSpec spec(Mode mode, double deliveryRate) {
        return new LoadSpec(mode, 20, 2, 4, 2, 100, 4, 2, 8, 0, deliveryRate, 0.05, 0.2);
    }
}
