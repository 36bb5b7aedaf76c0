package dev.fanfare.server.memory;

/** The part of the heap where what lives long ends up. Called by the guard's thread. */
interface Heap {
    /** Bytes it can hold. */
    long capacity();

    /** Bytes in use, garbage included. */
    long used();

    /** Bytes in use right after the last collection. */
    long live();

    /** Collects, if the JVM lets itself be told; a pause. */
    void collect();
}
