package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server is another process to the platform, and pages are open while it is stopped and comes back. */
class ServerRestartIT {
    private static final ServerConfig ANYWHERE = ServerConfig.development().withPort(0);
    private static final Pattern OTHER_WAYS = Pattern.compile("/api/realtime/(sse|events)");
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void pagesThatReachNothingElseSayThatTheyAreNotLiveStillSendAndHaveEverythingOnceAfterwards()
            throws IOException, InterruptedException {
        Server first = Server.start(ANYWHERE);
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, settings(first))) {
            Requests requests = new Requests(platform);
            String conversation = requests.conversation("bob", "ada");
            ChatPage bob = open(platform, conversation);
            requests.message("ada", conversation, "Before");
            assertThat(bob.message("Before")).isVisible();

            bob.page().route(OTHER_WAYS, Route::abort);
            first.close();
            assertThat(banner(bob.page())).isVisible(PATIENTLY);
            bob.write("Sent without a server");
            requests.message("ada", conversation, "Answered without a server");
            assertThat(bob.message("Sent without a server")).hasCount(1);
            assertThat(bob.message("Sent without a server").getByText("Sending…"))
                    .isHidden();

            bob.page().unroute(OTHER_WAYS);
            try (Server second = Server.start(ANYWHERE.withPort(first.port()))) {
                assertThat(bob.page().getByText("You are live again, and nothing was missed."))
                        .isVisible(PATIENTLY);
                requests.message("ada", conversation, "Afterwards on " + second.port());
                assertThat(bob.message("Afterwards")).hasCount(1);
                assertThat(bob.message("Before")).hasCount(1);
                assertThat(bob.message("Sent without a server")).hasCount(1);
                assertThat(bob.message("Answered without a server")).hasCount(1);
                assertThat(banner(bob.page())).isHidden();
            }
        }
    }

    @Test
    void pagesAreLiveOverServerSentEventsMeanwhileAndOverWebSocketOnceTheServerIsBack()
            throws IOException, InterruptedException {
        Server first = Server.start(ANYWHERE);
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, settings(first))) {
            Requests requests = new Requests(platform);
            String conversation = requests.conversation("bob", "ada");
            ChatPage bob = open(platform, conversation);

            first.close();
            assertThat(says(bob.page(), "Connection: Live · SSE")).isVisible(PATIENTLY);
            requests.message("ada", conversation, "Past the server");
            assertThat(bob.message("Past the server")).hasCount(1);

            try (Server second = Server.start(ANYWHERE.withPort(first.port()));
                    TestClient stock = platform.client()) {
                assertThat(says(bob.page(), "Connection: Live")).isVisible(PATIENTLY);
                Callers.of(platform, "ada").subscribe(stock, "private-conversation-" + conversation);
                requests.message("ada", conversation, "Through the server on " + second.port());
                assertThat(bob.message("Through the server")).hasCount(1);
                assertThat(bob.message("Past the server")).hasCount(1);
                RunningPlatform.heard(stock, "message:new");
            }
        }
    }

    private ChatPage open(RunningPlatform platform, String conversation) {
        ChatPage page = ChatPage.open(browsers.signedIn(platform, "bob"), conversation, "Ada Seller");
        assertThat(says(page.page(), "Connection: Live")).isVisible(PATIENTLY);
        return page;
    }

    private static Locator says(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private static Locator banner(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try now"));
    }

    /** Of a platform that uses a server with the development app. */
    static String[] settings(Server server) {
        return new String[] {
            "--fanfare.provider=pusher",
            "--fanfare.port=" + server.port(),
            "--fanfare.app-id=app-id",
            "--fanfare.key=app-key",
            "--fanfare.secret=app-secret",
            "--fanfare.use-tls=false",
        };
    }
}
