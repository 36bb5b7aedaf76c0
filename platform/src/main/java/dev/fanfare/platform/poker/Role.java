package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Problem;
import java.util.Locale;

/** What somebody does in a session. */
enum Role {
    FACILITATOR,
    COFACILITATOR,
    VOTER,
    SPECTATOR;

    boolean leads() {
        return this == FACILITATOR || this == COFACILITATOR;
    }

    boolean votes() {
        return this != SPECTATOR;
    }

    /** As clients know it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 400 for a word that is none */
    static Role of(String word) {
        try {
            return valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("invalid", "role is none of facilitator, cofacilitator, voter, spectator");
        }
    }
}
