package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadOnServerIT {
    private final Server server =
            Server.start(ServerConfig.development().withPort(0).withoutLimits());
    private final Target target =
            Target.local(server.address().getPort(), ProcessHandle.current().pid());

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void serverDeliversEverythingOnceAndInOrder(Mode mode) {
        assertIntact(LoadRun.of(target, spec(mode, 0)));
    }

    @Test
    void serverDeliversEverythingOnceAtAFixedRate() {
        assertIntact(LoadRun.of(target, spec(Mode.FANOUT, 5000)));
    }

    @Test
    void idleConnectionsAreCountedStepByStep() {
        IdleRun.Growth growth = new IdleRun(target, List.of(10, 20, 40), 0, "").measure();
        assertThat(growth.range()).isEqualTo("10 → 40");
        assertThat(growth.residentMegabytes()).isPositive();
    }

    private static void assertIntact(Outcome outcome) {
        assertThat(outcome.isIntact()).as(outcome.line()).isTrue();
        assertThat(outcome.units()).isPositive();
        assertThat(outcome.perServerCpuSecond()).isPositive();
    }

    private static LoadSpec spec(Mode mode, double deliveryRate) {
        return new LoadSpec(mode, 50, 5, 10, 3, 200, 4, 2, 8, 0, deliveryRate, 0.1, 0.9);
    }
}
