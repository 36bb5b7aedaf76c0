package dev.fanfare.engine.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Apps that do not change. */
public final class FixedApps implements Apps {
    private final Map<String, App> byKey = new LinkedHashMap<>();
    private final Map<String, App> byId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two apps share an id or a key */
    public FixedApps(Collection<App> apps) {
        for (App app : apps) {
            if (byKey.put(app.key(), app) != null) {
                throw new IllegalArgumentException("Two apps have the key " + app.key());
            }
            if (byId.put(app.id(), app) != null) {
                throw new IllegalArgumentException("Two apps have the id " + app.id());
            }
        }
    }

    @Override
    public @Nullable App byKey(String key) {
        return byKey.get(key);
    }

    @Override
    public @Nullable App byId(String id) {
        return byId.get(id);
    }

    @Override
    public Collection<App> all() {
        return byId.values();
    }
}
