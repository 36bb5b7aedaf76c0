package dev.fanfare.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the user of a connection is.
 *
 * @param id at most 128 characters
 * @param info anything that Jackson writes as an object; null for nothing
 * @param watchlist ids of users whose coming and going this one is told of, at most 100
 */
public record SignedInUser(String id, @Nullable Object info, List<String> watchlist) {
    public SignedInUser {
        watchlist = List.copyOf(watchlist);
    }

    public static SignedInUser of(String id) {
        return new SignedInUser(id, null, List.of());
    }
}
