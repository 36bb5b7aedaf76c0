package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeObserver;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the last request that was sent says of the server. Asks nothing itself. Safe to use from several threads. */
final class Reachability implements RealtimeObserver {
    private final LongSupplier nanos;
    private volatile @Nullable Contact last;

    Reachability(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Contact(String outcome, long at) {}

    /** Refusals before anything is sent have no status, and say nothing of the server. */
    @Override
    public void completed(
            String operation, String channel, int events, Duration took, @Nullable RealtimeException failure) {
        if (failure == null || failure.kind() == Kind.UNREACHABLE || failure.status() != 0) {
            String outcome = failure == null ? "ok" : failure.kind().name().toLowerCase(Locale.ROOT);
            last = new Contact(outcome, nanos.getAsLong());
        }
    }

    /** {@code ok} or the kind of failure, and how long ago; {@code not asked yet} before the first request. */
    String outcome() {
        Contact contact = last;
        if (contact == null) {
            return "not asked yet";
        }
        return contact.outcome + ", "
                + Duration.ofNanos(nanos.getAsLong() - contact.at).toSeconds() + " s ago";
    }
}
