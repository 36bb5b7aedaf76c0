package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.work.DueSignal;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents do with contacts and texts that is not everyday's. */
@OnEachDatabase(only = Database.H2)
class InboxActionsIT {
    /** The local carrier takes texts to it, and they never arrive. */
    private static final String NOWHERE = "+15005550010";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    InboxActionsIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    private ContactPage open(String agent, String contact, String name) {
        ContactPage page = ContactPage.open(browsers.signedIn(platform, agent), contact, name);
        assertThat(page.page().getByText("Connection: Live")).isVisible();
        assertThat(page.log()).isVisible();
        return page;
    }

    /** Who has not heard yet that a contact is no more may ask for it. */
    private void expectThatWhatIsGoneIsAskedFor() {
        browsers.expectRefusals(404);
    }

    @Test
    void twoContactsBecomeOneForTheAgentWhoMergesThemAndForTheOneWhoLooksOn() throws IOException, InterruptedException {
        String first = requests.contact("dan", "Olga Office");
        String second = requests.contact("dan", "Olga Home");
        ContactPage dan = open("dan", first, "Olga Office");
        ContactPage ada = open("ada", first, "Olga Office");
        requests.textIn("dan", first, "From the office");
        assertThat(dan.entry("From the office")).hasCount(1);
        requests.textIn("dan", second, "From home");
        assertThat(ContactPage.row(dan.page(), "Olga Home")).containsText("From home");

        expectThatWhatIsGoneIsAskedFor();
        dan.choose("More about Olga Office", "Merge with another…");
        dan.page()
                .getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("With whom?"))
                .fill("Olga");
        dan.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Olga Home"))
                .click();
        dan.button("Merge").click();

        for (ContactPage each : new ContactPage[] {dan, ada}) {
            assertThat(each.page()).hasURL("/inbox/" + second);
            ContactPage page = new ContactPage(each.page(), "Olga Home");
            assertThat(page.entry("From ")).containsText(new String[] {"From the office", "From home"});
            assertThat(page.field()).isVisible();
            assertThat(ContactPage.row(page.page(), "Olga Office")).isHidden();
        }
    }

    @Test
    void aTextThatNeverArrivedSaysWhyAndIsSentAgainOnceTheContactHasAnotherNumber()
            throws IOException, InterruptedException {
        String gone = requests.contact("dan", "Fay Gone", NOWHERE);
        String found = requests.contact("dan", "Fay Found");
        ContactPage before = open("dan", gone, "Fay Gone");
        before.write("Your lamp is ready");
        Locator failed = before.entry("Your lamp is ready");
        assertThat(failed.getByRole(AriaRole.ALERT)).containsText("The number is not in service (30005)");
        expectThatWhatIsGoneIsAskedFor();
        requests.post("dan", "/api/contacts/" + gone + "/merge", Map.of("into", found));

        ContactPage dan = new ContactPage(before.page(), "Fay Found");
        Locator text = dan.entry("Your lamp is ready");
        text.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retry"))
                .click();

        assertThat(text.getByText("Delivered", exactly())).isVisible();
        assertThat(text).hasCount(1);
        assertThat(text.getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void aTextForLaterWaitsInBothWindowsAndIsSentOnceWhenItsTimeHasCome() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Lea Later");
        ContactPage dan = open("dan", contact, "Lea Later");
        ContactPage ada = open("ada", contact, "Lea Later");
        ContactPage[] both = {dan, ada};

        dan.field().fill("We are open again");
        dan.choose("Send later", "In an hour");
        for (ContactPage page : both) {
            assertThat(page.entry("We are open again").getByText("Goes out ")).isVisible();
        }
        dan.write("See you then");
        assertThat(ada.entry("See you then").getByText("Delivered", exactly())).isVisible();
        assertThat(ada.entry("We are open again").getByText("Goes out ")).isVisible();

        anHourLater(contact);
        for (ContactPage page : both) {
            assertThat(page.entry("We are open again").getByText("Delivered", exactly()))
                    .isVisible();
            assertThat(page.entry("We are open again")).hasCount(1);
        }
    }

    @Test
    void aTextForLaterIsCancelledByAnotherAgentAndSaysSo() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Cora Cancelled");
        ContactPage dan = open("dan", contact, "Cora Cancelled");
        ContactPage ada = open("ada", contact, "Cora Cancelled");

        dan.field().fill("Too early");
        dan.choose("Send later", "Tomorrow");
        ada.entry("Too early")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Do not send"))
                .click();

        for (ContactPage page : new ContactPage[] {dan, ada}) {
            assertThat(page.entry("Too early").getByText("Not sent")).isVisible();
            assertThat(page.entry("Too early").getByRole(AriaRole.BUTTON)).hasCount(0);
        }
    }

    /** As far as the texts to this contact know. */
    private void anHourLater(String contact) {
        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            platform.bean(JdbcClient.class)
                    .sql("update contact_message set due_at = ? where contact_id = ? and status = 'SCHEDULED'")
                    .params(OffsetDateTime.now(ZoneOffset.UTC), contact)
                    .update();
            platform.bean(DueSignal.class).raiseAfterCommit();
        });
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
