package dev.fanfare.sdk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told what a service does; for metrics and logs. Called on the thread that ended it, which must not wait. */
@FunctionalInterface
public interface RealtimeObserver {
    /**
     * @param operation the method, such as {@code publish}
     * @param channel the first channel, the user, or what else it was about
     * @param events how many events, 0 for questions
     * @param failure null if it went well
     */
    void completed(String operation, String channel, int events, Duration took, @Nullable RealtimeException failure);

    /** Tells both. */
    default RealtimeObserver and(RealtimeObserver other) {
        return (operation, channel, events, took, failure) -> {
            completed(operation, channel, events, took, failure);
            other.completed(operation, channel, events, took, failure);
        };
    }

    /** Writes failures to the log, which callers that do not look at their stages would never hear of. */
    static RealtimeObserver logging() {
        System.Logger log = System.getLogger(RealtimeService.class.getName());
        return (operation, channel, events, took, failure) -> {
            if (failure != null) {
                log.log(
                        System.Logger.Level.WARNING,
                        "{0} on {1} failed after {2} ms: {3} {4}",
                        operation,
                        channel,
                        took.toMillis(),
                        failure.kind(),
                        failure.getMessage());
            }
        };
    }
}
