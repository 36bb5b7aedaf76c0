package dev.fanfare.server.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.testing.AppsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveAppsTest extends AppsContract {
    @Override
    protected Apps apps(App first, App second) {
        LiveApps apps = new LiveApps(List.of(app("before", "before")));
        apps.replace(List.of(first, second));
        return apps;
    }

    @Test
    void twinsChangeNothing() {
        App before = app("1", "key");
        LiveApps apps = new LiveApps(List.of(before));

        assertThatThrownBy(() -> apps.replace(List.of(app("2", "key"), app("3", "key"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(apps.all()).containsExactly(before);
    }
}
