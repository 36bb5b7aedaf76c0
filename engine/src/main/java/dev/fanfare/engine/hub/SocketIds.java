package dev.fanfare.engine.hub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/** Draws the parts of socket ids, which nobody should be able to guess. Owned by one loop. */
final class SocketIds {
    private static final int BOUND = 1_000_000_000;
    private static final int BATCH = 256;

    private final RandomGenerator random;
    private final ByteBuffer drawn = ByteBuffer.allocate(BATCH * Integer.BYTES).order(ByteOrder.nativeOrder());

    SocketIds(RandomGenerator random) {
        this.random = random;
        drawn.position(drawn.limit());
    }

    /** 1 to 999,999,999. */
    int next() {
        if (!drawn.hasRemaining()) {
            random.nextBytes(drawn.array());
            drawn.clear();
        }
        return 1 + Integer.remainderUnsigned(drawn.getInt(), BOUND - 1);
    }
}
