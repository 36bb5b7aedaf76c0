package dev.fanfare.platform.poker;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.poker.PokerChannels;
import java.util.function.Consumer;

/** What is told of planning poker. */
public final class PokerDeclarations {
    private PokerDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> of(PokerChannels<U> channels) {
        return registry -> registry.with(channels)
                .event(
                        PokerSessionChanged.class,
                        change -> change.whole(
                                PokerChannels.PRESENCE, "session:changed", PokerSessionChanged::sessionId));
    }
}
