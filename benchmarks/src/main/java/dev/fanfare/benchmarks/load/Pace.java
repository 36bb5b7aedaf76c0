package dev.fanfare.benchmarks.load;

/** Decides when the next message is sent. Belongs to one thread. */
abstract sealed class Pace {
    /** No message now. */
    static final long NOT_NOW = Long.MIN_VALUE;

    /**
     * The time for which the next message is due, in nanoseconds, or {@link #NOT_NOW}.
     *
     * @param outstanding deliveries still to come
     * @param receivers of the next message
     */
    abstract long next(long nanos, long outstanding, int receivers);

    /** Time between two messages, 0 if the deliveries set the pace. */
    abstract long intervalNanos();

    static Pace of(LoadSpec spec, int receivers) {
        return spec.messagesPerSecond(receivers) > 0
                ? new Open(1e9 / spec.messagesPerSecond(receivers))
                : new Closed(spec.inflight());
    }

    /** As fast as it is delivered: so many messages' worth of deliveries are outstanding at most. */
    static final class Closed extends Pace {
        private final int messages;

        Closed(int messages) {
            this.messages = messages;
        }

        @Override
        long next(long nanos, long outstanding, int receivers) {
            return outstanding + receivers <= (long) messages * receivers ? nanos : NOT_NOW;
        }

        @Override
        long intervalNanos() {
            return 0;
        }
    }

    /** At a fixed rate, whatever the server does; a message that is late keeps the time it was due. */
    static final class Open extends Pace {
        private final double interval;
        private long start;
        private long messages = -1;

        Open(double intervalNanos) {
            interval = intervalNanos;
        }

        @Override
        long next(long nanos, long outstanding, int receivers) {
            if (messages < 0) {
                start = nanos;
                messages = 0;
            }
            long due = start + (long) (messages * interval);
            if (due > nanos) {
                return NOT_NOW;
            }
            messages++;
            return due;
        }

        @Override
        long intervalNanos() {
            return (long) interval;
        }
    }
}
