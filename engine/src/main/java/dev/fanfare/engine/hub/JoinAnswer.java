package dev.fanfare.engine.hub;

import org.jspecify.annotations.Nullable;

/**
 * What a channel's home loop says to a subscription.
 *
 * @param frames what the subscriber is sent: none if it was refused
 * @param refusal why it was refused, null if it was not
 */
record JoinAnswer(byte[][] frames, @Nullable String refusal) {
    private static final byte[][] NO_FRAMES = {};

    static JoinAnswer accepted(byte[][] frames) {
        return new JoinAnswer(frames, null);
    }

    static JoinAnswer refused(String reason) {
        return new JoinAnswer(NO_FRAMES, reason);
    }
}
