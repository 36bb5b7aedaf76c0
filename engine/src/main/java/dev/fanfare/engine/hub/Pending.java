package dev.fanfare.engine.hub;

import dev.fanfare.engine.connection.Slices;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber has to be sent at the end of the turn, in order: parts of runs. The last part may follow a run that is
 * still growing. Belongs to the shard, which lends it to a subscriber for a turn.
 */
final class Pending {
    private static final int GROWING = -1;

    @Nullable
    Subscriber subscriber;

    private @Nullable Run[] runs = new Run[4];
    private int[] from = new int[4];
    private int[] to = new int[4];
    private int count;

    /** Everything in the run from the position on, also what will be added to it. */
    void follow(Run run, int start) {
        add(run, start, GROWING);
    }

    void add(Run run, int start, int end) {
        if (count == from.length) {
            runs = Arrays.copyOf(runs, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        runs[count] = run;
        from[count] = start;
        to[count++] = end;
    }

    /** Stops following the run if it is the last part: what the run holds now is all of it. */
    boolean freeze(Run run) {
        if (count == 0 || runs[count - 1] != run || to[count - 1] != GROWING) {
            return false;
        }
        to[count - 1] = run.end;
        return true;
    }

    /** Moves all parts into the slices. */
    void drainTo(Slices slices) {
        for (int i = 0; i < count; i++) {
            Run run = runs[i];
            if (run != null) {
                slices.add(run.buffer, from[i], to[i] == GROWING ? run.end : to[i]);
            }
            runs[i] = null;
        }
        count = 0;
    }
}
