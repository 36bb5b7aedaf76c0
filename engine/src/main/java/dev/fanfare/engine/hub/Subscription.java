package dev.fanfare.engine.hub;

import dev.fanfare.protocol.PresenceMember;
import org.jspecify.annotations.Nullable;

/** One connection's subscription to one channel. Owned by the connection's loop; the final fields may be read by any. */
final class Subscription {
    final Subscriber subscriber;
    final LocalChannel channel;
    /** Who the subscriber is in a presence channel. */
    final @Nullable PresenceMember member;
    /** Where it stands in the channel's array while it is active. */
    int position;

    private State state = State.AWAITED;

    Subscription(Subscriber subscriber, LocalChannel channel, @Nullable PresenceMember member) {
        this.subscriber = subscriber;
        this.channel = channel;
        this.member = member;
    }

    /** The home loop has not answered yet. */
    boolean isAwaited() {
        return state == State.AWAITED;
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    void activate() {
        state = State.ACTIVE;
    }

    void end() {
        state = State.ENDED;
    }

    private enum State {
        AWAITED,
        ACTIVE,
        ENDED
    }
}
