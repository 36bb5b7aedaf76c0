package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The inbox while events have no way to it, or only a slower one. */
class InboxDegradationIT {
    private static final ServerConfig ANYWHERE = ServerConfig.development().withPort(0);
    private static final Pattern OTHER_WAYS = Pattern.compile("/api/realtime/(sse|events)");
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final LocatorAssertions.HasCountOptions IN_TIME =
            new LocatorAssertions.HasCountOptions().setTimeout(15_000);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void withoutAServerTheInboxIsFreshByAskingAnswersGoOutAndAllIsThereOnceWhenItIsBack()
            throws IOException, InterruptedException {
        Server first = Server.start(ANYWHERE);
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, ServerRestartIT.settings(first))) {
            Requests requests = new Requests(platform);
            String contact = requests.contact("dan", "Pia Poll");
            ContactPage dan = ContactPage.open(browsers.signedIn(platform, "dan"), contact, "Pia Poll");
            assertThat(says(dan.page(), "Connection: Live")).isVisible(PATIENTLY);
            requests.textIn("dan", contact, "Before");
            assertThat(dan.entry("Before")).hasCount(1);

            dan.page().route(OTHER_WAYS, Route::abort);
            first.close();
            assertThat(banner(dan.page())).isVisible(PATIENTLY);
            requests.textIn("dan", contact, "While nobody tells");
            assertThat(dan.entry("While nobody tells")).hasCount(1, IN_TIME);
            assertThat(ContactPage.row(dan.page(), "Pia Poll")).containsText("While nobody tells");
            dan.write("Answered meanwhile");
            assertThat(dan.entry("Answered meanwhile").getByText("Delivered")).isVisible(PATIENTLY);

            dan.page().unroute(OTHER_WAYS);
            try (Server second = Server.start(ANYWHERE.withPort(first.port()))) {
                assertThat(says(dan.page(), "Connection: Live")).isVisible(PATIENTLY);
                requests.textIn("dan", contact, "Afterwards on " + second.port());
                for (String text : new String[] {"Before", "While nobody tells", "Answered meanwhile", "Afterwards"}) {
                    assertThat(dan.entry(text)).hasCount(1);
                }
                assertThat(banner(dan.page())).isHidden();
            }
        }
    }

    @Test
    void whereNoWebSocketGetsThroughTheInboxIsLiveOverServerSentEvents() throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            Requests requests = new Requests(platform);
            String contact = requests.contact("dan", "Sven Stream");
            Page page = browsers.signedIn(platform, "dan");
            page.context().routeWebSocket("**", socket -> socket.close());
            ContactPage dan = ContactPage.open(page, contact, "Sven Stream");
            assertThat(says(page, "Connection: Live · SSE")).isVisible(PATIENTLY);

            requests.textIn("dan", contact, "Over HTTP alone");
            assertThat(dan.entry("Over HTTP alone")).hasCount(1);
            assertThat(ContactPage.row(page, "Sven Stream")).containsText("Over HTTP alone");
            dan.write("So is this");
            assertThat(dan.entry("So is this").getByText("Delivered")).isVisible();
            assertThat(dan.entry("So is this")).hasCount(1);
        }
    }

    private static Locator says(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private static Locator banner(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try now"));
    }
}
