package dev.fanfare.server.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The old generation of this JVM's heap, or the whole heap where the collector knows no generations. */
final class OldGeneration implements Heap {
    private final MemoryPoolMXBean pool;

    private OldGeneration(MemoryPoolMXBean pool) {
        this.pool = pool;
    }

    static OldGeneration ofThisJvm() {
        MemoryPoolMXBean largest = null;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() != MemoryType.HEAP || pool.getCollectionUsage() == null) {
                continue;
            }
            if (pool.getName().contains("Old") || pool.getName().contains("Tenured")) {
                return new OldGeneration(pool);
            }
            if (largest == null || pool.getUsage().getMax() > largest.getUsage().getMax()) {
                largest = pool;
            }
        }
        if (largest == null) {
            throw new IllegalStateException("This JVM's collector tells nothing about the heap it collects");
        }
        return new OldGeneration(largest);
    }

    @Override
    public long capacity() {
        long max = pool.getUsage().getMax();
        return max > 0 ? max : Runtime.getRuntime().maxMemory();
    }

    @Override
    public long used() {
        return pool.getUsage().getUsed();
    }

    @Override
    public long live() {
        MemoryUsage afterCollection = pool.getCollectionUsage();
        return afterCollection == null ? used() : afterCollection.getUsed();
    }

    @Override
    public void collect() {
        System.gc();
    }
}
