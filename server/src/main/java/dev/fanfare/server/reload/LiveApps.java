package dev.fanfare.server.reload;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.app.FixedApps;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Apps that can be replaced, all at once. Any thread may replace them. */
public final class LiveApps implements Apps {
    private volatile FixedApps present;

    /** @throws IllegalArgumentException if two apps share an id or a key */
    public LiveApps(Collection<App> apps) {
        present = new FixedApps(apps);
    }

    /**
     * Whoever asks from now on is told of these.
     *
     * @throws IllegalArgumentException if two apps share an id or a key; what was there stays
     */
    public void replace(Collection<App> apps) {
        present = new FixedApps(apps);
    }

    @Override
    public @Nullable App byKey(String key) {
        return present.byKey(key);
    }

    @Override
    public @Nullable App byId(String id) {
        return present.byId(id);
    }

    @Override
    public Collection<App> all() {
        return present.all();
    }
}
