package dev.fanfare.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.store.Store;
import dev.fanfare.server.webhook.Settling.Occupant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    private static final Occupant ROOM = new Occupant("app", "presence-room", null);
    private static final Occupant ANN = new Occupant("app", "presence-room", "ann");

    private final List<String> told = new ArrayList<>();
    private long now;

    private Settling settling(Store store) {
        return new Settling(
                store,
                () -> now,
                (occupant, there) -> told.add(
                        (there ? "+" : "-") + (occupant.userId() == null ? occupant.channel() : occupant.userId())));
    }

    private void pass(Settling settling, Duration time) {
        now += time.toNanos();
        settling.tick();
    }

    @Test
    void departureIsToldWhenItHasLasted() {
        Settling settling = settling(Store.ofNothing());
        settling.arrived(ROOM);
        settling.arrived(ANN);
        settling.left(ANN);
        settling.left(ROOM);
        pass(settling, Settling.DELAY.minusMillis(1));
        assertThat(told).containsExactly("+presence-room", "+ann");

        pass(settling, Duration.ofMillis(1));

        assertThat(told).containsExactly("+presence-room", "+ann", "-ann", "-presence-room");
    }

    @Test
    void whoIsBackInTimeHasNeverBeenAway() {
        Settling settling = settling(Store.ofNothing());
        settling.arrived(ANN);
        for (int i = 0; i < 5; i++) {
            settling.left(ANN);
            pass(settling, Settling.DELAY.dividedBy(2));
            settling.arrived(ANN);
        }
        pass(settling, Settling.DELAY);

        assertThat(told).containsExactly("+ann");
    }

    @Test
    void restartTellsOfThoseWhoDoNotComeBackAndOfNobodyElse(@TempDir Path folder) {
        try (Store store = Store.open(folder, InstantSource.system())) {
            Settling before = settling(store);
            before.arrived(ROOM);
            before.arrived(ANN);
        }
        told.clear();
        try (Store store = Store.open(folder, InstantSource.system())) {
            Settling after = settling(store);
            after.arrived(ROOM);
            pass(after, Settling.RESTART_DELAY.minusMillis(1));
            assertThat(told).isEmpty();

            pass(after, Duration.ofMillis(1));
            assertThat(told).containsExactly("-ann");
        }
    }

    @Test
    void afterARestartMembersLeaveBeforeTheirChannelIsVacant(@TempDir Path folder) {
        try (Store store = Store.open(folder, InstantSource.system())) {
            Settling before = settling(store);
            before.arrived(ROOM);
            before.arrived(ANN);
        }
        told.clear();
        try (Store store = Store.open(folder, InstantSource.system())) {
            pass(settling(store), Settling.RESTART_DELAY);
        }
        assertThat(told).containsExactly("-ann", "-presence-room");
    }

    @Test
    void serverThatGoesTellsOfNoDeparture() {
        Settling settling = settling(Store.ofNothing());
        settling.arrived(ROOM);
        settling.left(ROOM);
        settling.freeze();
        pass(settling, Duration.ofMinutes(1));

        assertThat(told).containsExactly("+presence-room");
    }
}
