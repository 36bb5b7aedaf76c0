package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.FrameBuffer;
import java.nio.ByteBuffer;

/** Unmasked WebSocket text frames, one behind the other, in memory that the kernel reads from. */
final class NativeFrameBuffer implements FrameBuffer {
    private static final int INITIAL_SIZE = 64 * 1024;
    /** What a buffer keeps for the next turn at most. */
    static final int KEPT_SIZE = 1024 * 1024;

    private NativeMemory memory = new NativeMemory(INITIAL_SIZE);
    private int end;
    private int clearings;

    @Override
    public void append(byte[] text) {
        makeRoomFor(ServerFrames.MAX_HEADER_LENGTH + text.length);
        ByteBuffer bytes = memory.bytes();
        end = ServerFrames.putTextHeader(bytes, end, text.length);
        bytes.put(end, text);
        end += text.length;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public void clear() {
        end = 0;
        clearings++;
        if (memory.size() > KEPT_SIZE) {
            memory.free();
            memory = new NativeMemory(INITIAL_SIZE);
        }
    }

    /** How often the buffer has been cleared: what was at a position is there until this changes. */
    int clearings() {
        return clearings;
    }

    /** Where the bytes are until the next append or clear. */
    long address() {
        return memory.address();
    }

    /** A view of the bytes until the next append or clear. */
    ByteBuffer bytes() {
        return memory.bytes();
    }

    /** Called once nothing uses the buffer any more. */
    void free() {
        memory.free();
    }

    int capacity() {
        return memory.size();
    }

    private void makeRoomFor(int length) {
        int needed = Math.addExact(end, length);
        if (needed <= memory.size()) {
            return;
        }
        long doubled = Math.max(2L * memory.size(), Integer.highestOneBit(needed - 1) * 2L);
        NativeMemory larger = new NativeMemory((int) Math.min(doubled, Integer.MAX_VALUE));
        larger.bytes().put(0, memory.bytes(), 0, end);
        memory.free();
        memory = larger;
    }
}
