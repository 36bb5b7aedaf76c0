package dev.fanfare.engine.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A count that one thread raises and any thread may read, perhaps a moment late. */
final class Tally {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Tally.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long count;

    /** Called by the owner only. */
    void add(int more) {
        COUNT.setOpaque(this, count + more);
    }

    long count() {
        return (long) COUNT.getOpaque(this);
    }
}
