package dev.fanfare.platform.poker;

import dev.fanfare.platform.work.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions go on by themselves: timers end, and nobody is waited for without end. */
record DueSessions(PokerTable sessions, Games games) implements Due {
    @Override
    public String name() {
        return "poker";
    }

    @Override
    public List<String> due(Instant now) {
        return sessions.due(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return sessions.nextDue();
    }

    /** Each change does what is due. */
    @Override
    public void goOn(String id) {
        games.change(id, game -> {});
    }
}
