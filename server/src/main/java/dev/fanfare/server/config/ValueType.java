package dev.fanfare.server.config;

import java.util.List;
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

    /** @throws IllegalArgumentException unless this is a type of several values and each of them can be read */
    default T readAll(List<String> texts) {
        throw new IllegalArgumentException("a list");
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
