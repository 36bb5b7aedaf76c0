package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proxy lets no WebSocket through. */
@OnEachDatabase(only = Database.H2)
class NoWebSocketIT {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    NoWebSocketIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void messagesAndBidsComeAsServerSentEventsAndThePageSaysSo() throws IOException, InterruptedException {
        String conversation = requests.conversation("bob", "ada");
        String auction = requests.auction("Brass lamp", Duration.ofDays(1));
        Page page = browsers.signedIn(platform, "bob");
        page.context().routeWebSocket("**", socket -> socket.close());
        ChatPage chat = ChatPage.open(page, conversation, "Ada Seller");
        assertThat(page.getByText("Connection: Live · SSE")).isVisible(PATIENTLY);

        requests.message("ada", conversation, "Over HTTP alone");
        chat.write("So is this");
        requests.message("ada", conversation, "And this");
        assertThat(chat.message("And this")).hasCount(1);
        assertThat(chat.message("Over HTTP alone")).hasCount(1);
        assertThat(chat.message("So is this")).hasCount(1);

        AuctionPage shown = AuctionPage.open(page, auction);
        assertThat(shown.panel()).containsText("No bids yet");
        assertThat(page.getByText("Connection: Live · SSE")).isVisible(PATIENTLY);
        requests.bid("cleo", auction, 1500);
        assertThat(shown.panel()).containsText("€15");
    }
}
