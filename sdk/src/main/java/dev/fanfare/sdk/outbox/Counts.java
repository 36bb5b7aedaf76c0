package dev.fanfare.sdk.outbox;

import java.util.concurrent.atomic.LongAdder;

/** What this instance has done since its start. */
final class Counts {
    final LongAdder published = new LongAdder();
    final LongAdder failures = new LongAdder();
}
