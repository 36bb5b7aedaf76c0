package dev.fanfare.benchmarks.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds what was lost, doubled or overtaken: for each pair of source and subscriber the numbers must come as 0, 1, 2, …
 * Costs one {@code int} per pair as long as nothing is wrong. Belongs to one thread.
 */
final class SequenceTracker {
    private final int sources;
    private final int[] next;
    private final Map<Integer, Set<Integer>> missing = new HashMap<>();
    private long lost;
    private long duplicated;
    private long reordered;

    SequenceTracker(int subscribers, int sources) {
        this.sources = sources;
        next = new int[Math.multiplyExact(subscribers, sources)];
    }

    /** Whether the subscriber had not had this number before. */
    boolean received(int subscriber, int source, int sequence) {
        int pair = subscriber * sources + source;
        if (next[pair] == sequence) {
            next[pair] = sequence + 1;
            return true;
        }
        return sequence > next[pair] ? skipped(pair, sequence) : late(pair, sequence);
    }

    private boolean skipped(int pair, int sequence) {
        Set<Integer> gap = missing.computeIfAbsent(pair, _ -> new HashSet<>());
        for (int number = next[pair]; number < sequence; number++) {
            gap.add(number);
        }
        lost += sequence - next[pair];
        next[pair] = sequence + 1;
        return true;
    }

    private boolean late(int pair, int sequence) {
        Set<Integer> gap = missing.get(pair);
        if (gap != null && gap.remove(sequence)) {
            lost--;
            reordered++;
            return true;
        }
        duplicated++;
        return false;
    }

    /** Numbers passed over and not seen since. What is missing behind a pair's last number is not known here. */
    long lost() {
        return lost;
    }

    long duplicated() {
        return duplicated;
    }

    /** Numbers seen after a higher one. */
    long reordered() {
        return reordered;
    }
}
