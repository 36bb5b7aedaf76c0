package dev.fanfare.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.protocol.AppSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Apps} promises. */
public abstract class AppsContract {
    /** Apps that hold these two, and no others. */
    protected abstract Apps apps(App first, App second);

    @Test
    void findsAppsByKeyAndById() {
        App first = app("1", "key-1");
        App second = app("2", "key-2");
        Apps apps = apps(first, second);

        assertThat(apps.byKey("key-2")).isEqualTo(second);
        assertThat(apps.byId("1")).isEqualTo(first);
        assertThat(apps.all()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void tellsKeysApartByCaseAndKnowsNoStrangers() {
        Apps apps = apps(app("1", "key-1"), app("2", "key-2"));

        assertThat(apps.byKey("KEY-1")).isNull();
        assertThat(apps.byKey("1")).isNull();
        assertThat(apps.byId("key-1")).isNull();
    }

    /** An app at the default limits. */
    protected static App app(String id, String key) {
        return new App(
                id, key, List.of(new AppSecret("secret")), true, List.of(), 120, AppFeatures.NONE, AppLimits.DEFAULT);
    }
}
