package dev.fanfare.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.LoadRun;
import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import dev.fanfare.benchmarks.load.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches soketi from the npm registry, unless it is there. */
class CompareCommandIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void soketiIsFetchedAndTakesTheLoadThatWeTake(@TempDir Path logs) {
        if (!isLinuxX64()) {
            assertThatThrownBy(() -> CompareCommand.fetch("soketi", ROOT)).isInstanceOf(LoadFailure.class);
            return;
        }
        Contender soketi = Contender.shell("soketi", CompareCommand.fetch("soketi", ROOT));

        try (RunningServer server = RunningServer.start(soketi, logs)) {
            LoadSpec spec = new LoadSpec(Mode.FANOUT, 10, 1, 2, 1, 100, 2, 1, 4, 0, 0, 0.1, 0.5);
            Outcome outcome = LoadRun.of(server.target(), spec);

            assertThat(outcome.isIntact()).as(outcome.line()).isTrue();
            assertThat(outcome.units()).isPositive();
        }
    }

    private static boolean isLinuxX64() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }
}
