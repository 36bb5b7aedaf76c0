package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** All pages that there are, with something on each, as bob sees them, and those that dan alone sees. */
final class Pages {
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, String> administration = new LinkedHashMap<>();
    private final String invitation;

    Pages(RunningPlatform platform) throws IOException, InterruptedException {
        Requests requests = new Requests(platform);
        String auction = requests.auction("Brass lamp with a green shade", Duration.ofHours(30));
        requests.bid("cleo", auction, 1500);
        requests.bid("bob", auction, 1800);
        requests.bid("cleo", auction, 2500);
        String conversation = requests.conversation("bob", "ada");
        requests.message("bob", conversation, "Is the lamp still there?");
        requests.message("ada", conversation, "It is, and it shines.");
        String product = requests.product("Walnut record cabinet", 2);
        String order = requests.order("bob", product);
        String contact = requests.contact("bob", "Ines Ito");
        requests.textIn("bob", contact, "Is the desk still for sale?");
        requests.post("bob", "/api/contacts/" + contact + "/notes", Map.of("text", "Has bought a lamp before"));
        paths.put("auctions", "/");
        paths.put("auction", "/auctions/" + auction);
        paths.put("sell", "/auctions/new");
        paths.put("market", "/market");
        paths.put("product", "/market/products/" + product);
        paths.put("offer", "/market/sell");
        paths.put("orders", "/orders");
        paths.put("order", "/orders/" + order);
        paths.put("messages", "/messages");
        paths.put("thread", "/messages/" + conversation);
        paths.put("documents", "/documents");
        paths.put("document", "/documents/" + requests.document("Opening hours", "Monday to Friday, 9 to 18"));
        paths.put("notifications", "/notifications");
        paths.put("preferences", "/notifications/preferences");
        paths.put("account", "/account");
        paths.put("inbox", "/inbox");
        paths.put("contact", "/inbox/" + contact);
        paths.put("not-found", "/nowhere");
        addPoker(requests);
        for (String tab : List.of("people", "teams", "channels", "announcements", "queues", "decisions", "audit")) {
            administration.put("admin-" + tab, "/admin/" + tab);
        }
        administration.put("admin", "/admin");
        requests.post(
                "dan", "/api/admin/announcements", Map.of("kind", "announcement", "message", "The lift is repaired"));
        invitation = requests.invitation("Fay Field");
    }

    /** One session that bob leads and in which all is seen, one that he is a guest of, and one that is over. */
    private void addPoker(Requests requests) throws IOException, InterruptedException {
        String revealed = requests.pokerSession("bob", "Sprint 12");
        String voting = requests.pokerSession("ada", "Sprint 13");
        String ended = requests.pokerSession("cleo", "Sprint 11");
        requests.pokerVote("cleo", revealed, 5);
        requests.pokerVote("ada", revealed, 8);
        requests.pokerVote("bob", revealed, 5);
        requests.poker("bob", revealed, "reveal", Map.of());
        requests.pokerVote("bob", voting, 3);
        requests.pokerVote("cleo", voting, 13);
        requests.pokerVote("cleo", ended, 3);
        requests.poker("cleo", ended, "reveal", Map.of());
        requests.poker("cleo", ended, "finalize", Map.of("storyPoints", 3));
        requests.poker("cleo", ended, "end", Map.of());
        paths.put("poker", "/poker");
        paths.put("poker-new", "/poker/new");
        paths.put("poker-voting", "/poker/" + voting);
        paths.put("poker-revealed", "/poker/" + revealed);
        paths.put("poker-summary", "/poker/" + ended + "/summary");
    }

    /** Those that bob sees. */
    Set<String> names() {
        return paths.keySet();
    }

    /** How many of them dan alone sees. */
    int countOfAdministration() {
        return administration.size();
    }

    /** Shows bob one after the other, each with all that it loads. */
    void each(Page page, BiConsumer<String, Page> look) {
        each(paths, page, look);
    }

    /** Shows dan one after the other. */
    void eachOfAdministration(Page page, BiConsumer<String, Page> look) {
        each(administration, page, look);
    }

    private static void each(Map<String, String> paths, Page page, BiConsumer<String, Page> look) {
        paths.forEach((name, path) -> {
            page.navigate(path);
            settled(page);
            look.accept(name, page);
        });
    }

    /** What somebody sees who is not signed in. */
    static void signIn(Page page) {
        page.navigate("/");
        assertThat(page.getByLabel("E-mail")).isVisible();
    }

    /** What somebody sees who has been invited. */
    void welcome(Page page) {
        page.navigate(invitation);
        assertThat(page.getByLabel("New password")).isVisible();
    }

    private static void settled(Page page) {
        // Assertions would ask from time to time; these are told.
        page.getByText("Connection: Live").waitFor();
        page.getByRole(AriaRole.HEADING).first().waitFor();
        page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName(Pattern.compile("^Loading")))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
