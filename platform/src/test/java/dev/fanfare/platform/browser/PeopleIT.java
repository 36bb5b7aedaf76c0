package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase(only = Database.H2)
class PeopleIT {
    private static final String PASSWORD = "four words of mine";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;

    PeopleIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void whoeverIsInvitedChoosesAPasswordIsSignedInAndIsSentOutOnceTheyAreDeactivated() {
        Page dan = browsers.signedIn(platform, "dan");
        dan.navigate("/admin/people");
        String link = invite(dan, "Gil Grove", "gil@grove.test");
        Locator entry = entry(dan, "Gil Grove");
        assertThat(entry).containsText("Invited");

        Page gil = browsers.signedOut(platform, options -> options);
        gil.navigate(link);
        assertThat(gil.getByLabel("E-mail")).hasValue("gil@grove.test");
        assertThat(gil).hasURL(Pattern.compile("/welcome$"));
        gil.getByLabel("New password").fill(PASSWORD);
        button(gil, "Save and sign in").click();
        assertThat(gil.getByText("Connection: Live")).isVisible();
        assertThat(button(gil, "Gil Grove: profile, theme, sign out")).isVisible();

        dan.reload();
        assertThat(entry).containsText("Active");
        button(dan, "More about Gil Grove").click();
        dan.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Deactivate"))
                .click();
        button(dan, "Deactivate").click();
        assertThat(entry).containsText("Deactivated");
        assertThat(heading(gil, "Sign in")).isVisible();
    }

    @Test
    void aLinkWorksOnceAndThenSaysWhatToDo() throws IOException, InterruptedException {
        String link = new Requests(platform).invitation("Hal Hill");
        Page hal = browsers.signedOut(platform, options -> options);
        hal.navigate(link);
        hal.getByLabel("New password").fill(PASSWORD);
        button(hal, "Save and sign in").click();
        assertThat(hal.getByText("Connection: Live")).isVisible();

        browsers.expectRefusals(404);
        Page other = browsers.signedOut(platform, options -> options);
        other.navigate(link);
        assertThat(heading(other, "This link does not work any more")).isVisible();
        other.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        other.getByLabel("E-mail").fill("hal.hill@demo.test");
        other.getByLabel("Password").fill(PASSWORD);
        button(other, "Sign in").click();
        assertThat(other.getByText("Connection: Live")).isVisible();
    }

    /** @return the link, which is shown once */
    private static String invite(Page dan, String name, String email) {
        button(dan, "Invite somebody").click();
        Locator dialog = dan.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("E-mail").fill(email);
        dialog.getByText("Lamplight Trading").click();
        button(dan, "Invite").click();
        String link = dan.getByLabel("Link", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        button(dan, "Done").click();
        assertThat(dan.getByText("shown only now")).isHidden();
        return link;
    }

    private static Locator entry(Page page, String name) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
