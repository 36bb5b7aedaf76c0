package dev.fanfare.server.config;

/**
 * When a server refuses new connections because its memory runs out.
 *
 * @param threshold percent of the largest heap, {@link #OFF} for never
 */
public record MemoryGuardConfig(int threshold) {
    /** No guard. */
    public static final int OFF = 100;

    /** @throws IllegalArgumentException if the threshold is out of the range that the guide states */
    public MemoryGuardConfig {
        ServerSettings.MEMORY_THRESHOLD.check(threshold);
    }

    static MemoryGuardConfig of(SettingValues values) {
        return new MemoryGuardConfig(values.of(ServerSettings.MEMORY_THRESHOLD));
    }
}
