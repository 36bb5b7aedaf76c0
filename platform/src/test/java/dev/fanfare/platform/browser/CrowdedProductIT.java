package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server lets one user into each presence channel. What pages make of that is the same on each database. */
class CrowdedProductIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void whoFindsNoRoomAmongTheViewersReadsThatThereAreManyAndWhoIsAmongThemTheirNumber()
            throws IOException, InterruptedException {
        try (Server server = Server.start(forOneMember());
                RunningPlatform platform = RunningPlatform.on(Database.H2, ServerRestartIT.settings(server))) {
            String product = new Requests(platform).product("Brass lamp", 3);
            ProductPage bob = ProductPage.open(browsers.signedIn(platform, "bob"), product);
            assertThat(bob.attendance("1 person viewing")).isVisible();

            ProductPage cleo = ProductPage.open(browsers.signedIn(platform, "cleo"), product);
            assertThat(cleo.attendance("100+ people viewing")).isVisible();
            assertThat(cleo.viewers()).hasCount(0);
            assertThat(bob.attendance("1 person viewing")).isVisible();
        }
    }

    private static ServerConfig forOneMember() {
        ServerConfig config = ServerConfig.development().withPort(0);
        App app = config.apps().getFirst();
        AppLimits limits = app.limits().with().presenceMembers(1).build();
        return config.withApps(List.of(new App(
                app.id(),
                app.key(),
                app.secrets(),
                app.enabled(),
                app.allowedOrigins(),
                app.activityTimeoutSeconds(),
                app.features(),
                limits)));
    }
}
