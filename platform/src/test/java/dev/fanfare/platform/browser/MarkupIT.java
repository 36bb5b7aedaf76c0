package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase(only = Database.H2)
class MarkupIT {
    private static final String MARKUP = "<img src=x onerror='window.wasRun = true'><b>Lamp</b>";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    MarkupIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void inMessagesTitlesAndNotificationsItIsTextAndNothingOfItRuns() throws IOException, InterruptedException {
        String conversation = requests.conversation("bob", "ada");
        String auction = requests.auction(MARKUP, Duration.ofDays(1));
        Page page = browsers.signedIn(platform, "bob");
        ChatPage chat = ChatPage.open(page, conversation, "Ada Seller");
        assertThat(page.getByText("Connection: Live")).isVisible();
        requests.message("ada", conversation, MARKUP);
        assertThat(chat.message(MARKUP)).isVisible();
        isNoElement(page);

        AuctionPage.open(page, auction);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(MARKUP)))
                .isVisible();
        isNoElement(page);

        requests.bid("bob", auction, 1000);
        page.navigate("/notifications");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Notifications")))
                .isVisible();
        requests.bid("cleo", auction, 2000);
        assertThat(page.getByRole(AriaRole.ARTICLE).getByText(MARKUP).first()).isVisible();
        isNoElement(page);
    }

    private static void isNoElement(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        Assertions.assertThat(page.evaluate("window.wasRun")).isNull();
    }
}
