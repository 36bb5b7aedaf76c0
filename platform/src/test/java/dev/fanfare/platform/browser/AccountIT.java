package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do with their own account. */
@OnEachDatabase(only = Database.H2)
class AccountIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    AccountIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    /** Gil, who is new in Ada's tenant. */
    private String somebody() {
        String id = "p" + Ids.next();
        Account account = new Account(id, id + "@demo.test", "Gil Gone", null, Account.Role.USER);
        platform.bean(Accounts.class).add(account, Accounts.DEMO_PASSWORD);
        platform.bean(Tenants.class).admit("org_123", id);
        return id;
    }

    private String conversation(String id) throws IOException, InterruptedException {
        String conversation = requests.conversation(id, "ada");
        requests.message(id, conversation, "My own words");
        requests.message("ada", conversation, "Words of another");
        return conversation;
    }

    private Page open(String id) {
        Page page = browsers.signedIn(platform, id);
        page.navigate("/account");
        assertThat(page.getByText("Connection: Live")).isVisible();
        return page;
    }

    @Test
    void whatIsDownloadedIsAllOfOnesOwnAndNothingOfOthers() throws IOException, InterruptedException {
        String id = somebody();
        conversation(id);
        Page page = open(id);

        Download download =
                page.waitForDownload(() -> button(page, "Download my data").click());

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("fanfare-" + id + ".json");
        JsonNode data = JsonMapper.shared().readTree(Files.readString(download.path()));
        Assertions.assertThat(data.at("/account/account/email").asString()).isEqualTo(id + "@demo.test");
        Assertions.assertThat(data.at("/conversations/conversations/0/messages/0/text")
                        .asString())
                .isEqualTo("My own words");
        Assertions.assertThat(data.toString()).doesNotContain("Words of another", "bcrypt");
        assertThat(page.getByText("Your data is in your downloads.")).isVisible();
    }

    @Test
    void whoDeletesTheirAccountIsSignedOutEverywhereAndADeletedUserToOthers() throws IOException, InterruptedException {
        String id = somebody();
        ChatPage ada = ChatPage.open(browsers.signedIn(platform, "ada"), conversation(id), "Gil Gone");
        assertThat(ada.message("My own words")).hasCount(1);
        Page here = open(id);
        Page elsewhere = open(id);
        browsers.expectRefusals(403);

        button(here, "Delete my account").click();
        Locator dialog = here.getByRole(AriaRole.ALERTDIALOG);
        dialog.getByLabel("Your password").fill("wrong");
        dialog.getByLabel("Your password").press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("That is not your password.");
        dialog.getByLabel("Your password").fill(Accounts.DEMO_PASSWORD);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete for good"))
                .click();

        for (Page page : new Page[] {here, elsewhere}) {
            assertThat(heading(page, "Sign in")).isVisible();
        }
        assertThat(heading(ada.page(), "Deleted user")).isVisible();
        assertThat(ada.message("My own words")).hasCount(0);
        assertThat(ada.message("Words of another")).hasCount(1);
        here.getByLabel("E-mail").fill(id + "@demo.test");
        here.getByLabel("Password").fill(Accounts.DEMO_PASSWORD);
        here.getByLabel("Password").press("Enter");
        assertThat(here.getByRole(AriaRole.ALERT)).containsText("do not match");
    }

    @Test
    void signingOutEverywhereShowsTheSignInPageOnEveryDeviceAtOnce() {
        String id = somebody();
        Page here = open(id);
        Page elsewhere = open(id);

        button(here, "Sign out everywhere").click();

        for (Page page : new Page[] {here, elsewhere}) {
            assertThat(heading(page, "Sign in")).isVisible();
        }
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
