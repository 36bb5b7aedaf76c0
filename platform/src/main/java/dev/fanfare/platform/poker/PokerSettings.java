package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.VoteDisclosure;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How planning poker goes: {@code platform.poker.*}.
 *
 * @param voteDisclosure live if everybody sees each vote at once, as the first clients did
 * @param publicChannel whether whoever knows a session's id may follow it, as the first clients do, without values
 * @param absenceGrace for how long whoever is gone is still waited for
 * @param hostGrace for how long facilitators may be gone before somebody else is one
 * @param actionsPerMinute how often one user may do something
 */
@ConfigurationProperties("platform.poker")
record PokerSettings(
        @DefaultValue("on-reveal") VoteDisclosure voteDisclosure,
        @DefaultValue("true") boolean publicChannel,
        @DefaultValue("PT10S") Duration absenceGrace,
        @DefaultValue("PT1M") Duration hostGrace,
        @DefaultValue("240") int actionsPerMinute) {
    /** @throws IllegalArgumentException naming the setting that is out of range */
    PokerSettings {
        checkNotNegative("absence-grace", absenceGrace);
        checkNotNegative("host-grace", hostGrace);
        if (actionsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "platform.poker.actions-per-minute is " + actionsPerMinute + ", expected at least 1");
        }
    }

    private static void checkNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("platform.poker." + name + " is " + value + ", expected none below 0");
        }
    }

    boolean isLive() {
        return voteDisclosure == VoteDisclosure.LIVE;
    }
}
