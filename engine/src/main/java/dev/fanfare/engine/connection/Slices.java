package dev.fanfare.engine.connection;

import java.util.Arrays;

/**
 * What one connection has to be sent at the end of a turn: parts of {@link FrameBuffer}s, in order, none empty. Each part
 * holds whole frames. Used again for the next connection as soon as {@link Connection#write} has returned.
 */
public final class Slices {
    private FrameBuffer[] buffers = new FrameBuffer[8];
    private int[] from = new int[8];
    private int[] to = new int[8];
    private int count;
    private int size;

    public int count() {
        return count;
    }

    /** Bytes of all parts together. */
    public int size() {
        return size;
    }

    public FrameBuffer buffer(int index) {
        return buffers[index];
    }

    public int from(int index) {
        return from[index];
    }

    public int to(int index) {
        return to[index];
    }

    /** Adds a part; one that continues the last one becomes one with it. Empty parts are left out. */
    public void add(FrameBuffer buffer, int start, int end) {
        if (start == end) {
            return;
        }
        size += end - start;
        if (count > 0 && buffers[count - 1] == buffer && to[count - 1] == start) {
            to[count - 1] = end;
            return;
        }
        if (count == from.length) {
            buffers = Arrays.copyOf(buffers, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        buffers[count] = buffer;
        from[count] = start;
        to[count++] = end;
    }

    public void clear() {
        count = 0;
        size = 0;
    }
}
