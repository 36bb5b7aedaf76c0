package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.benchmarks.load.ProcessFigures.Cpu;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
    @Test
    void cpuTimeIsThatOfTheThreads() {
        Cpu before = new Cpu(Map.of("1", 5_000_000_000L), 3, 2);
        Cpu after = new Cpu(Map.of("1", 6_000_000_000L, "2", 234_000_000L), 3.5, 2.72);
        assertThat(after.secondsSince(before)).isEqualTo(1.234);
    }

    @Test
    void threadThatEndedIsNotForgotten() {
        Cpu before = new Cpu(Map.of("1", 5_000_000_000L, "2", 9_000_000_000L), 10, 4);
        Cpu after = new Cpu(Map.of("1", 6_000_000_000L), 10.5, 5);
        assertThat(after.secondsSince(before)).isEqualTo(1.5);
    }

    @Test
    void ownProcessHasFigures() {
        ProcessFigures own = new ProcessFigures(ProcessHandle.current().pid());
        assertThat(own.cpu().threadNanos()).isNotEmpty();
        assertThat(own.residentBytes()).isGreaterThan(1 << 20);
        assertThat(ProcessFigures.machineBusySeconds()).isPositive();
    }

    @Test
    void processThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new ProcessFigures(Integer.MAX_VALUE)).hasMessageContaining("2147483647");
    }
}
