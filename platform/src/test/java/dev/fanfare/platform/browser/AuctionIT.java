package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuctionIT {
    private static final LocatorAssertions.ContainsTextOptions ENDS =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aBidInOneBrowserChangesPriceLeaderCountAndCountdownInTheOther() throws IOException, InterruptedException {
        // Two days are far from an end, but not from a window of three.
        try (RunningPlatform platform = RunningPlatform.on(
                        Database.H2,
                        "--platform.auctions.extend-window=3d",
                        "--platform.auctions.extend-by=4d",
                        "--platform.auctions.max-extension=30d");
                TestClient stock = platform.client()) {
            String id = new Requests(platform).auction("Brass lamp", Duration.ofDays(2));
            Callers.of(platform, "dan").subscribe(stock, "auction-" + id);
            AuctionPage bob = AuctionPage.open(browsers.signedIn(platform, "bob"), id);
            AuctionPage cleo = AuctionPage.open(browsers.signedIn(platform, "cleo"), id);
            assertThat(cleo.panel()).containsText("No bids yet. Be the first.");
            assertThat(cleo.timeLeft()).containsText(Pattern.compile("\\b1 d \\d+ h"));
            assertThat(cleo.page().getByText("Connection: Live")).isVisible();

            bob.bid("12.50");

            assertThat(bob.panel()).containsText("You lead.");
            assertThat(cleo.panel()).containsText("€12.50");
            assertThat(cleo.panel()).containsText("1 bid");
            assertThat(cleo.panel()).containsText(Pattern.compile("\\w+ leads\\."));
            assertThat(cleo.timeLeft()).containsText(Pattern.compile("\\b3 d \\d+ h"));
            assertThat(cleo.bids()).hasCount(1);

            cleo.bid("20");

            assertThat(bob.panel()).containsText("€20");
            assertThat(bob.panel()).containsText("2 bids");
            assertThat(bob.panel()).not().containsText("You lead.");
            assertThat(bob.toast()).containsText("outbid");
            assertThat(bob.bids()).hasCount(2);
            Assertions.assertThat(RunningPlatform.heard(stock, "bid-placed")
                            .dataJson()
                            .path("pusherCurrentPriceMinor")
                            .asInt())
                    .isEqualTo(1250);
        }
    }

    @Test
    void theClockEndsItBeforeOnesEyesAndTheWinnerFindsTheSeller() throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(Database.H2, "--platform.auctions.extend-window=0s")) {
            Page bobs = browsers.signedIn(platform, "bob");
            Page adas = browsers.signedIn(platform, "ada");
            String id = new Requests(platform).auction("Brass lamp", Duration.ofSeconds(10));
            AuctionPage bob = AuctionPage.open(bobs, id);
            AuctionPage ada = AuctionPage.open(adas, id);
            bob.bid("12");
            assertThat(bob.panel()).containsText("You lead.");
            assertThat(ada.panel()).containsText("€12");

            assertThat(bob.panel()).containsText("You won. Congratulations!", ENDS);
            assertThat(bob.panel()).containsText("Sold for");
            assertThat(ada.panel()).containsText("Sold for");
            assertThat(ada.page().getByRole(AriaRole.LINK, link("Write to the winner")))
                    .isVisible();
            bob.page().getByRole(AriaRole.LINK, link("Write to the seller")).click();
            assertThat(new ChatPage(bob.page(), "Ada Seller").message("Sold for €12.00"))
                    .hasCount(1);
        }
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
