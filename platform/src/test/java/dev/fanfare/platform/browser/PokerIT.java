package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cards are numbers that are nowhere else, so that they are found wherever they are told. */
class PokerIT {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final String ADAS = "900004733";
    private static final String BOBS = "900004711";
    private static final String CLEOS = "900004722";
    private static final Pattern SUMMARY = Pattern.compile("/poker/[^/]+/summary$");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @ParameterizedTest
    @ValueSource(strings = {"pusher", "websocket"})
    void threePeoplePlayASessionAndNobodyIsToldAVoteBeforeTheReveal(String provider)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, "--fanfare.clients.provider=" + provider)) {
            PokerTable ada = PokerTable.of(browsers.signedIn(platform, "ada"));
            PokerTable bob = PokerTable.of(browsers.signedIn(platform, "bob"));
            PokerTable cleo = PokerTable.of(browsers.signedIn(platform, "cleo"));
            begin(ada.page());
            for (PokerTable guest : List.of(bob, cleo)) {
                join(guest);
            }
            for (PokerTable table : List.of(ada, bob, cleo)) {
                assertThat(table.page().locator(".connection-chip")).hasAttribute("data-provider", provider);
                assertThat(table.task()).hasText("Sign in");
                assertThat(table.seat("Bob").getByLabel("Online")).isVisible();
                assertThat(table.seat("Cleo").getByLabel("Online")).isVisible();
            }

            bob.card(BOBS).click();
            cleo.card("900004700").focus();
            cleo.page().keyboard().type(CLEOS);
            ada.card("900004700").focus();
            for (String key : List.of("ArrowRight", "ArrowRight", "ArrowRight", "Space")) {
                ada.page().keyboard().press(key);
            }

            for (PokerTable table : List.of(ada, bob, cleo)) {
                assertThat(table.text("3 of 3 voted")).isVisible();
                for (String name : List.of("Ada", "Bob", "Cleo")) {
                    assertThat(table.seat(name)).containsText("has voted");
                    assertThat(table.seat(name)).not().containsText("9000");
                }
            }
            Assertions.assertThat(bob.frames()).anyMatch(frame -> frame.contains("masked"));
            Assertions.assertThat(bob.frames()).noneMatch(frame -> frame.contains(ADAS) || frame.contains(CLEOS));
            Assertions.assertThat(cleo.frames()).noneMatch(frame -> frame.contains(ADAS) || frame.contains(BOBS));
            Assertions.assertThat(ada.frames()).noneMatch(frame -> frame.contains(BOBS) || frame.contains(CLEOS));

            ada.button("Reveal the votes").click();

            for (PokerTable table : List.of(ada, bob, cleo)) {
                assertThat(table.seat("Ada")).containsText(ADAS);
                assertThat(table.seat("Bob")).containsText(BOBS);
                assertThat(table.seat("Cleo")).containsText(CLEOS);
                assertThat(table.region("Result")).containsText("900,004,722");
                Assertions.assertThat(table.frames())
                        .anyMatch(frame -> frame.contains(ADAS) && frame.contains(BOBS) && frame.contains(CLEOS));
            }
            playTheSecondTaskWithSomebodyWhoComesLate(platform, ada, bob, cleo);
        }
    }

    /** Three numbers of which the middle one is suggested, two tasks. */
    private static void begin(Page page) {
        page.navigate("/poker/new");
        page.getByLabel("Title").fill("Sprint 12");
        page.getByLabel("Tasks").fill("- Sign in\n- Sign out");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Deck")))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Cards of our own"))
                .click();
        page.getByLabel("Cards", new Page.GetByLabelOptions().setExact(true))
                .fill("900004700, 900004711, 900004722, 900004733");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        assertThat(page.locator("#task")).hasText("Sign in");
    }

    private static void join(PokerTable guest) {
        guest.page().navigate("/poker");
        guest.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sprint 12"))
                .click();
        guest.button("Join and vote").click();
        assertThat(guest.card("900004700")).isEnabled();
    }

    private void playTheSecondTaskWithSomebodyWhoComesLate(
            RunningPlatform platform, PokerTable ada, PokerTable bob, PokerTable cleo) {
        ada.button("Save and go on").click();
        for (PokerTable table : List.of(ada, bob, cleo)) {
            assertThat(table.task()).hasText("Sign out");
            assertThat(table.region("Tasks")).containsText("900004722 points");
            assertThat(table.text("0 of 3 voted")).isVisible();
        }
        bob.card(BOBS).click();
        assertThat(ada.seat("Bob")).containsText("has voted");

        PokerTable dan = PokerTable.of(browsers.signedIn(platform, "dan"));
        dan.page().navigate(bob.page().url());
        assertThat(dan.task()).hasText("Sign out");
        assertThat(dan.text("1 of 3 voted")).isVisible();
        assertThat(dan.seat("Bob")).containsText("has voted");
        Assertions.assertThat(dan.frames()).noneMatch(frame -> frame.contains(BOBS));

        ada.button("Reveal the votes").click();
        assertThat(dan.seat("Bob")).containsText(BOBS);
        ada.button("Save and go on").click();

        for (PokerTable table : List.of(ada, bob, cleo, dan)) {
            assertThat(table.page()).hasURL(SUMMARY);
            assertThat(table.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Sign in")))
                    .containsText("Cleo Buyer 900004722");
        }
        String csv = bob.page()
                .waitForDownload(() -> bob.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download CSV"))
                        .click())
                .suggestedFilename();
        Assertions.assertThat(csv).endsWith(".csv");
    }

    @Test
    void whileNoSocketGetsThroughVotesAreSavedAndThePageSaysWhatItDoesNotKnow()
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            Requests requests = new Requests(platform);
            String id = requests.pokerSession("ada", "Sprint 13");
            requests.post("bob", "/api/poker/sessions/" + id + "/join", Map.of("role", "voter"));
            Page cut = browsers.signedIn(platform, "bob");
            cut.context().routeWebSocket("**", socket -> socket.close());
            PokerTable bob = PokerTable.of(cut).open(id);
            PokerTable ada = PokerTable.of(browsers.signedIn(platform, "ada")).open(id);
            assertThat(bob.text("Votes are still saved; who is online may be out of date."))
                    .isVisible(PATIENTLY);

            bob.card("5").click();
            assertThat(ada.seat("Bob")).containsText("has voted");
            assertThat(bob.page().getByText("Connection: Live · SSE")).isVisible(PATIENTLY);
            ada.card("8").click();
            assertThat(bob.seat("Ada")).containsText("has voted");
            bob.card("5").click();
            assertThat(ada.seat("Bob")).containsText("has not voted yet");
        }
    }

    @Test
    void whoLeadsSetsTheTimeAddsSkipsAndReopensTasksAndHandsTheSessionOverBeforeTheEyesOfAll()
            throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            Requests requests = new Requests(platform);
            String id = requests.pokerSession("ada", "Sprint 14");
            requests.post("bob", "/api/poker/sessions/" + id + "/join", Map.of("role", "voter"));
            PokerTable ada = PokerTable.of(browsers.signedIn(platform, "ada")).open(id);
            PokerTable bob = PokerTable.of(browsers.signedIn(platform, "bob")).open(id);
            assertThat(bob.seat("Bob").getByLabel("Online")).isVisible();
            assertThat(bob.button("Skip")).isHidden();

            ada.button("Timer").click();
            ada.menuItem("2 minutes").click();
            assertThat(bob.page().getByRole(AriaRole.TIMER)).containsText("Time left: 1 minute");
            ada.page().getByLabel("Another task").fill("Export");
            ada.button("Add").click();
            assertThat(bob.region("Tasks")).containsText("Export");
            ada.button("Skip").click();
            assertThat(bob.task()).hasText("Sign out");
            assertThat(bob.region("Tasks")).containsText("Skipped");
            ada.button("Estimate Sign in again").click();
            assertThat(bob.region("Tasks")).not().containsText("Skipped");

            ada.button("Role of Bob Buyer").click();
            ada.menuItem("Hand the session over").click();
            ada.button("Hand over").click();
            assertThat(bob.seat("Bob")).containsText("Facilitator");
            assertThat(ada.seat("Ada")).containsText("Co-facilitator");
            bob.button("End the session").click();
            bob.button("End it").click();
            assertThat(ada.page()).hasURL(SUMMARY);
            assertThat(bob.page()).hasURL(SUMMARY);
        }
    }
}
