package dev.fanfare.engine.app;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The apps that a server knows. Called on event loops for every connection and request: answers from memory, never blocks. */
public interface Apps {
    /** The app whose key this is, or null. Keys are told apart by case. */
    @Nullable
    App byKey(String key);

    /** The app whose id this is, or null. */
    @Nullable
    App byId(String id);

    Collection<App> all();
}
