package dev.fanfare.engine.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.engine.testing.AppsContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedAppsTest extends AppsContract {
    @Override
    protected Apps apps(App first, App second) {
        return new FixedApps(List.of(first, second));
    }

    @Test
    void twoAppsWithOneKeyAreRefused() {
        assertThatThrownBy(() -> new FixedApps(List.of(app("1", "key"), app("2", "key"))))
                .hasMessage("Two apps have the key key");
    }

    @Test
    void twoAppsWithOneIdAreRefused() {
        assertThatThrownBy(() -> new FixedApps(List.of(app("1", "a"), app("1", "b"))))
                .hasMessage("Two apps have the id 1");
    }
}
