package dev.fanfare.server.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set. Its key is also its path in the YAML file, and in other letters the name of its environment
 * variable and its flag.
 *
 * @param key kebab-case, with a dot behind each group
 * @param preset what holds if nobody sets it; null if there is no such value, as the sentence then explains
 * @param sentence what it does, for the help and the guide
 */
record Setting<T>(String key, ValueType<T> type, @Nullable T preset, String sentence) {
    /** @throws IllegalArgumentException if the value is out of range */
    T check(T value) {
        String problem = type.problem(value);
        if (problem != null) {
            throw new IllegalArgumentException(key + " is " + problem);
        }
        return value;
    }

    T required() {
        if (preset == null) {
            throw new IllegalStateException(key + " has no preset");
        }
        return preset;
    }
}
