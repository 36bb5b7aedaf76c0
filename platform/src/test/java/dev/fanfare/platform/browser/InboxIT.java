package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents of a team, and a contact who writes through the carrier. Nobody signs in more than ten times in a row. */
@OnEachDatabase(only = Database.H2)
class InboxIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    InboxIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    private ContactPage open(String agent, String contact, String name) {
        ContactPage page = ContactPage.open(browsers.signedIn(platform, agent), contact, name);
        assertThat(page.page().getByText("Connection: Live")).isVisible();
        assertThat(page.log()).isVisible();
        return page;
    }

    @Test
    void whatAContactWritesAndWhatOneAgentAnswersIsSeenByTheOtherOnceWithItsStatus()
            throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Ines Ito");
        ContactPage dan = open("dan", contact, "Ines Ito");
        ContactPage ada = open("ada", contact, "Ines Ito");
        assertThat(dan.page().getByText("2 people viewing")).isVisible();

        requests.textIn("dan", contact, "Where is my lamp?");
        assertThat(dan.entry("Where is my lamp?")).hasCount(1);
        assertThat(ada.entry("Where is my lamp?")).hasCount(1);

        ada.field().pressSequentially("Let me");
        assertThat(dan.page().getByText("Ada Seller is replying")).isVisible();
        dan.field().pressSequentially("I will");
        assertThat(ada.page().getByText("Dan Desk is replying. Look before you send."))
                .isVisible();
        dan.write("It left this morning.");
        assertThat(ada.entry("It left this morning.")).hasCount(1);
        assertThat(ada.page().getByText("Dan Desk is replying")).isHidden();
        for (ContactPage page : new ContactPage[] {dan, ada}) {
            assertThat(page.entry("It left this morning.").getByText("Delivered"))
                    .isVisible();
            assertThat(page.entry("It left this morning.")).hasCount(1);
        }
    }

    @Test
    void notesAreForTheTeamAndNobodyIsToldThatOneIsWritten() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Nora Note");
        ContactPage dan = open("dan", contact, "Nora Note");
        ContactPage ada = open("ada", contact, "Nora Note");
        Set<String> asked = heard(dan.page(), "POST");

        dan.note("She wants the green shade");
        assertThat(ada.entry("She wants the green shade").getByText("noted for the team"))
                .isVisible();
        assertThat(ada.page().getByText("is replying")).isHidden();
        Assertions.assertThat(asked).noneMatch(path -> path.endsWith("/typing") || path.endsWith("/send"));

        assertThat(ada.entry("She wants the green shade").getByRole(AriaRole.BUTTON))
                .hasCount(0);
    }

    @Test
    void whoIsMentionedInANoteIsNotifiedAndFindsThemselvesInIt() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Mina Mention");
        ContactPage dan = open("dan", contact, "Mina Mention");
        Page ada = browsers.signedIn(platform, "ada");
        ada.navigate("/notifications");

        Locator note = dan.noteField();
        note.pressSequentially("Ask @sel");
        assertThat(dan.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Ada Seller")))
                .isVisible();
        note.press("Enter");
        assertThat(note).hasValue("Ask @Ada Seller ");
        note.press("Enter");

        assertThat(dan.entry("Ask @Ada Seller").locator("mark")).hasCount(0);
        ada.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dan Desk mentioned you in a note"))
                .first()
                .click();
        assertThat(new ContactPage(ada, "Mina Mention").entry("Ask").locator("mark"))
                .hasText("@Ada Seller");
    }

    @Test
    void aNoteThatWasChangedElsewhereIsNotOverwrittenUnseen() throws IOException, InterruptedException {
        String contact = requests.contact("bob", "Nils Note");
        ContactPage here = open("bob", contact, "Nils Note");
        ContactPage there = ContactPage.open(here.page().context().newPage(), contact, "Nils Note");
        here.note("The first word");
        assertThat(there.entry("The first word")).hasCount(1);

        edit(there, "The first word", "The word from there");
        edit(here, "The first word", "The word from here");
        save(there);
        assertThat(here.page().getByText("It was changed elsewhere meanwhile")).isVisible();
        assertThat(here.page().getByRole(AriaRole.ALERT).getByText("The word from there"))
                .isVisible();
        here.button("Save this instead").click();
        assertThat(there.entry("The word from here")).hasCount(1);
        assertThat(there.entry("The word from there")).hasCount(0);
    }

    private static void edit(ContactPage page, String before, String after) {
        page.entry(before)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("What to do with this note"))
                .click();
        page.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Edit"))
                .click();
        page.page().getByLabel("Edit note").fill(after);
    }

    private static void save(ContactPage page) {
        page.button("Save").click();
        assertThat(page.page().getByLabel("Edit note")).isHidden();
    }

    @Test
    void whatOneAgentHasReadIsNoLongerUnreadInTheListOfTheOther() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Rita Read");
        Page ada = browsers.signedIn(platform, "ada");
        ada.navigate("/inbox");
        assertThat(ContactPage.row(ada, "Rita Read")).isVisible();
        assertThat(ada.getByText("Connection: Live")).isVisible();

        requests.textIn("dan", contact, "Anybody there?");
        assertThat(ContactPage.row(ada, "Rita Read").getByText("1 unread")).isAttached();
        assertThat(ContactPage.row(ada, "Rita Read")).containsText("Anybody there?");

        open("dan", contact, "Rita Read");
        assertThat(ContactPage.row(ada, "Rita Read").getByText("unread")).not().isAttached();
    }

    @Test
    void whoLooksAtAContactIsShownInTheListOfTheOthersAndNotForLookingAtTheList()
            throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Vera Viewed");
        Page ada = browsers.signedIn(platform, "ada");
        ada.navigate("/inbox");
        assertThat(ada.getByText("Connection: Live")).isVisible();
        Locator viewers = ContactPage.row(ada, "Vera Viewed").getByText("Looking: Dan Desk");
        assertThat(ContactPage.row(ada, "Vera Viewed")).isVisible();
        assertThat(viewers).not().isAttached();

        ContactPage dan = open("dan", contact, "Vera Viewed");
        assertThat(dan.page().getByText("1 person viewing")).isVisible();
        assertThat(viewers).isAttached();
        dan.page().navigate("/messages");
        assertThat(viewers).not().isAttached();
    }

    @Test
    void whatIsAssignedSnoozedAndClosedIsWhereItBelongsInTheListOfTheOther() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Wim Where");
        Page ada = browsers.signedIn(platform, "ada");
        ada.navigate("/inbox?view=mine");
        assertThat(ada.getByText("Connection: Live")).isVisible();
        ContactPage dan = open("dan", contact, "Wim Where");

        dan.button("Assigned to nobody. Assign").click();
        dan.page()
                .getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Ada Seller"))
                .click();
        assertThat(ContactPage.row(ada, "Wim Where")).isVisible();
        dan.choose("Snooze", "In an hour");
        assertThat(ContactPage.row(ada, "Wim Where")).isHidden();
        ada.navigate("/inbox?view=snoozed");
        assertThat(ContactPage.row(ada, "Wim Where")).isVisible();
        dan.button("Reopen").click();
        assertThat(ContactPage.row(ada, "Wim Where")).isHidden();
        dan.button("Close").click();
        assertThat(dan.button("Reopen")).isVisible();
        ada.navigate("/inbox?view=closed");
        assertThat(ContactPage.row(ada, "Wim Where")).isVisible();
    }

    @Test
    void whoReadsFurtherUpStaysThereWhileMessagesComeIn() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Hilda History");
        for (int i = 1; i <= 8; i++) {
            requests.textIn("dan", contact, "Before " + i + ".\n".repeat(8));
        }
        ContactPage ada = open("ada", contact, "Hilda History");
        assertThat(ada.entry("Before 8.")).isVisible();
        ada.log().evaluate("log => log.scrollTop = 100");
        double before = top(ada);

        for (int i = 1; i <= 20; i++) {
            requests.textIn("ada", contact, "Since " + i + ".");
        }
        assertThat(ada.entry("Since 20.")).hasCount(1);
        Assertions.assertThat(top(ada)).isEqualTo(before);
    }

    private static double top(ContactPage page) {
        return ((Number) page.log().evaluate("log => log.scrollTop")).doubleValue();
    }

    @Test
    void anEventAsksAgainForWhatItChangesAndForNothingElse() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Quinn Query");
        ContactPage dan = open("dan", contact, "Quinn Query");
        requests.textIn("dan", contact, "First");
        assertThat(dan.entry("First")).hasCount(1);
        assertThat(ContactPage.row(dan.page(), "Quinn Query").getByText("unread"))
                .not()
                .isAttached();

        Set<String> forNote = heard(dan.page(), "GET");
        requests.post("ada", "/api/contacts/" + contact + "/notes", Map.of("text", "Only a note"));
        assertThat(dan.entry("Only a note")).hasCount(1);
        Assertions.assertThat(forNote).containsExactly("/api/contacts/" + contact + "/notes");

        Set<String> forMessage = heard(dan.page(), "GET");
        requests.textIn("dan", contact, "Second");
        assertThat(dan.entry("Second")).hasCount(1);
        assertThat(ContactPage.row(dan.page(), "Quinn Query")).containsText("Second");
        assertThat(ContactPage.row(dan.page(), "Quinn Query").getByText("unread"))
                .not()
                .isAttached();
        Assertions.assertThat(forMessage)
                .contains("/api/contacts", "/api/contacts/" + contact + "/messages")
                .isSubsetOf(new TreeSet<>(Set.of(
                        "/api/contacts",
                        "/api/contacts/" + contact,
                        "/api/contacts/" + contact + "/messages",
                        "/api/contacts/unread-count")));
    }

    /** The paths that a page asks for from now on, but for who looks: that changes with each page that is opened. */
    private static Set<String> heard(Page page, String method) {
        Set<String> paths = new ConcurrentSkipListSet<>();
        page.onRequest(request -> {
            if (request.method().equals(method) && !request.url().endsWith("/viewers")) {
                paths.add(URI.create(request.url()).getPath());
            }
        });
        return paths;
    }

    @Test
    void afterStopNothingCanBeWrittenAndThePageSaysWhy() throws IOException, InterruptedException {
        String contact = requests.contact("bob", "Otto Out");
        ContactPage bob = open("bob", contact, "Otto Out");
        requests.textIn("bob", contact, "STOP");

        assertThat(bob.page().getByText("Otto Out has asked not to be written to."))
                .isVisible();
        assertThat(bob.field()).isHidden();
        requests.textIn("bob", contact, "START");
        assertThat(bob.field()).isVisible();
    }

    @Test
    void aContactThatIsDeletedIsGoneForEverybody() throws IOException, InterruptedException {
        String contact = requests.contact("dan", "Gus Gone");
        Page ada = browsers.signedIn(platform, "ada");
        ada.navigate("/inbox");
        assertThat(ContactPage.row(ada, "Gus Gone")).isVisible();
        assertThat(ada.getByText("Connection: Live")).isVisible();
        ContactPage dan = open("dan", contact, "Gus Gone");

        dan.choose("More about Gus Gone", "Delete…");
        dan.button("Delete for good").click();
        assertThat(dan.page().getByText("Gus Gone is deleted.")).isVisible();
        assertThat(ContactPage.row(ada, "Gus Gone")).isHidden();
    }
}
