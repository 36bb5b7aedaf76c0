package dev.fanfare.server.transport;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** A block of memory outside the heap whose address system calls can be given. Freed by {@link #free()} alone. */
final class NativeMemory {
    private final Arena arena = Arena.ofShared();
    private final ByteBuffer bytes;
    private final long address;

    NativeMemory(int size) {
        MemorySegment segment = arena.allocate(size);
        bytes = segment.asByteBuffer();
        address = segment.address();
    }

    /** A view of the whole block, big endian; its position and limit are never moved. */
    ByteBuffer bytes() {
        return bytes;
    }

    long address() {
        return address;
    }

    int size() {
        return bytes.capacity();
    }

    void free() {
        arena.close();
    }
}
