package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** All pages that there are, with something on each, as bob sees them. */
final class Pages {
    private final Map<String, String> paths = new LinkedHashMap<>();

    Pages(RunningPlatform platform) throws IOException, InterruptedException {
        Requests requests = new Requests(platform);
        String auction = requests.auction("Brass lamp with a green shade", Duration.ofHours(30));
        requests.bid("cleo", auction, 1500);
        requests.bid("bob", auction, 1800);
        requests.bid("cleo", auction, 2500);
        String conversation = requests.conversation("bob", "ada");
        requests.message("bob", conversation, "Is the lamp still there?");
        requests.message("ada", conversation, "It is, and it shines.");
        String contact = requests.contact("bob", "Ines Ito");
        requests.textIn("bob", contact, "Is the desk still for sale?");
        requests.post("bob", "/api/contacts/" + contact + "/notes", Map.of("text", "Has bought a lamp before"));
        paths.put("auctions", "/");
        paths.put("auction", "/auctions/" + auction);
        paths.put("sell", "/auctions/new");
        paths.put("messages", "/messages");
        paths.put("thread", "/messages/" + conversation);
        paths.put("documents", "/documents");
        paths.put("document", "/documents/" + requests.document("Opening hours", "Monday to Friday, 9 to 18"));
        paths.put("notifications", "/notifications");
        paths.put("preferences", "/notifications/preferences");
        paths.put("inbox", "/inbox");
        paths.put("contact", "/inbox/" + contact);
        paths.put("not-found", "/nowhere");
    }

    /** Shows one after the other, each with all that it loads. */
    void each(Page page, BiConsumer<String, Page> look) {
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

    private static void settled(Page page) {
        assertThat(page.getByText("Connection: Live")).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName(Pattern.compile("^Loading"))))
                .hasCount(0);
    }
}
