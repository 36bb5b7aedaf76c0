package dev.fanfare.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, the newest first.
 *
 * @param next what a client sends back for the next part; null after the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    /** @param found one more than the limit if the list goes on */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Slice<>(items, cursor.apply(items.getLast()).text());
    }
}
