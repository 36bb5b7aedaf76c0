package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase(only = Database.H2)
class AnnouncementsIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    AnnouncementsIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void aStatusIsShownToWhoIsNotSignedInAsLongAsItCounts() throws IOException, InterruptedException {
        Page visitor = browsers.signedOut(platform, options -> options);
        Pages.signIn(visitor);
        Page bob = browsers.signedIn(platform, "bob");
        bob.navigate("/");
        assertThat(bob.getByText("Connection: Live")).isVisible();

        String id = requests.post(
                        "dan",
                        "/api/admin/announcements",
                        Map.of("kind", "status", "status", "outage", "message", "Bids are slow"))
                .path("id")
                .asString();
        assertThat(banners(visitor)).containsText("Outage: Bids are slow");
        assertThat(banners(bob)).containsText("Outage: Bids are slow");

        Callers.of(platform, "dan").delete("/api/admin/announcements/" + id);
        assertThat(banners(visitor)).not().containsText("Bids are slow");
        assertThat(banners(bob)).not().containsText("Bids are slow");
    }

    @Test
    void whatIsToldToATenantIsToldToItsMembersOnly() throws IOException, InterruptedException {
        Page bob = browsers.signedIn(platform, "bob");
        Page eve = browsers.signedIn(platform, "eve");
        for (Page page : new Page[] {bob, eve}) {
            page.navigate("/messages");
            assertThat(page.getByText("Connection: Live")).isVisible();
        }
        announce(Map.of("kind", "announcement", "message", "Lamplight moves house", "tenantId", "org_123"));
        announce(Map.of("kind", "announcement", "message", "Everybody is welcome"));

        assertThat(banners(bob)).containsText("Lamplight moves house");
        assertThat(banners(eve)).containsText("Everybody is welcome");
        assertThat(banners(eve)).not().containsText("Lamplight");
        banners(bob)
                .locator(".banner")
                .filter(new Locator.FilterOptions().setHasText("Lamplight moves house"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(banners(bob)).not().containsText("Lamplight");
        assertThat(banners(bob)).containsText("Everybody is welcome");
    }

    @Test
    void pagesLoadAnewOnceEachAndNotOverWhatSomebodyHasWritten() throws IOException, InterruptedException {
        ChatPage writing =
                ChatPage.open(browsers.signedIn(platform, "bob"), requests.conversation("bob", "ada"), "Ada Seller");
        Page reading = writing.page().context().newPage();
        for (Page page : new Page[] {writing.page(), reading}) {
            page.addInitScript("Math.random = () => 0"); // at once
            page.navigate(writing.page().url());
            assertThat(page.getByText("Connection: Live")).isVisible();
            page.evaluate("window.isSame = true");
        }
        writing.field().fill("Dear Ada");

        announce(Map.of("kind", "reload", "message", "a better page"));
        reading.waitForFunction("window.isSame === undefined");
        assertThat(reading.getByText("Connection: Live")).isVisible();
        reading.evaluate("window.isSame = true");
        assertThat(writing.page().getByText("What you have written would be lost."))
                .isVisible();
        assertThat(writing.field()).hasValue("Dear Ada");

        announce(Map.of("kind", "announcement", "message", "Nothing else"));
        assertThat(banners(reading)).containsText("Nothing else");
        Assertions.assertThat(reading.evaluate("window.isSame")).isEqualTo(true);
        writing.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load again"))
                .click();
        writing.page().waitForFunction("window.isSame === undefined");
    }

    private void announce(Map<String, ?> announcement) throws IOException, InterruptedException {
        requests.post("dan", "/api/admin/announcements", announcement);
    }

    private static Locator banners(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Announcements"));
    }
}
