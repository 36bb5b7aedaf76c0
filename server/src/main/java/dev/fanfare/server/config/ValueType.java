package dev.fanfare.server.config;

import org.jspecify.annotations.Nullable;

/** How the value of a setting is written, read and checked. */
interface ValueType<T> {
    /** @throws IllegalArgumentException with any message if the text is not of this type; the range is not looked at */
    T read(String text);

    /** The value as {@link #read} takes it; masked if it is a secret. */
    String show(T value);

    /** What is accepted, to follow "expected". */
    String expected();

    /** Whether the value is one of those expected. */
    boolean accepts(T value);

    /** Whether several values, separated by commas in a text, make one. */
    default boolean list() {
        return false;
    }

    /** What somebody wrote, for an error message. */
    default String quote(String text) {
        return "`" + text + "`";
    }

    /** "3, expected …", or null if the value is fine. */
    default @Nullable String problem(T value) {
        return accepts(value) ? null : show(value) + ", expected " + expected();
    }
}
