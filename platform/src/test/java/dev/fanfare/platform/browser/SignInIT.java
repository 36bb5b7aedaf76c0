package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase(only = Database.H2)
class SignInIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;

    SignInIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void theFormLeadsToThePageThatWasAskedForAndTheMenuOutAgainInAllTabs() {
        Page page = browsers.signedOut(platform, options -> options);
        page.navigate("/messages");
        page.getByLabel("E-mail").fill("bob@demo.test");
        page.getByLabel("Password").fill("wrong");
        page.getByLabel("Password").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not match");

        page.getByLabel("Password").fill("fanfare");
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Messages"))).isVisible();
        assertThat(page.getByText("Connection: Live")).isVisible();
        Page other = page.context().newPage();
        other.navigate("/notifications");
        assertThat(other.getByRole(AriaRole.HEADING, named("Notifications"))).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Bob Buyer: profile, theme, sign out"))
                .click();
        page.getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
        other.reload();
        assertThat(other.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
