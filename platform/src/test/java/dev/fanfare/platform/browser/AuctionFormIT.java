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
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sellers say of their auctions, and to whom. */
@OnEachDatabase(only = Database.H2)
class AuctionFormIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    AuctionFormIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void whatASellerChangesIsSeenByWhoLooksAndAfterTheFirstBidNothingIsChanged()
            throws IOException, InterruptedException {
        String id = requests.auction("Brass lamp", Duration.ofHours(2));
        AuctionPage ada = AuctionPage.open(browsers.signedIn(platform, "ada"), id);
        AuctionPage bob = AuctionPage.open(browsers.signedIn(platform, "bob"), id);
        assertThat(bob.panel()).containsText("€10");
        assertThat(bob.page().getByText("Connection: Live")).isVisible();

        change(ada, "Brass lamp with a shade", "15");
        for (AuctionPage page : new AuctionPage[] {ada, bob}) {
            assertThat(heading(page.page(), "Brass lamp with a shade")).isVisible();
            assertThat(page.panel()).containsText("€15");
        }

        ada.page().getByRole(AriaRole.LINK, link("Change it")).click();
        assertThat(ada.page().getByLabel("Title")).hasValue("Brass lamp with a shade");
        requests.bid("bob", id, 1500);
        browsers.expectRefusals(412);
        ada.page().getByLabel("Title").fill("Brass lamp, broken");
        ada.button("Save").click();
        assertThat(ada.page().getByRole(AriaRole.ALERT))
                .containsText("Somebody has bid, or it is over, so it cannot be changed any more.");
        assertThat(heading(bob.page(), "Brass lamp with a shade")).isVisible();
    }

    private static void change(AuctionPage auction, String title, String startPrice) {
        Page page = auction.page();
        page.getByRole(AriaRole.LINK, link("Change it")).click();
        page.getByLabel("Title").fill(title);
        page.getByLabel("Start price").fill(startPrice);
        auction.button("Save").click();
    }

    @Test
    void anAuctionByInvitationIsThereForWhoIsInvitedAndForNobodyElse() throws IOException, InterruptedException {
        Page ada = browsers.signedIn(platform, "ada");
        Page cleo = browsers.signedIn(platform, "cleo");
        Page bob = browsers.signedIn(platform, "bob");
        String title = "Lamp among friends";
        cleo.navigate("/");
        assertThat(cleo.getByText("Connection: Live")).isVisible();
        ada.navigate("/auctions/new");
        ada.getByLabel("Title").fill(title);
        ada.getByLabel("Start price").fill("10");
        ada.getByText("By invitation only").click();
        Locator putUp = ada.getByRole(AriaRole.BUTTON, button("Put it up"));
        putUp.click();
        assertThat(ada.getByText("Choose who may see it and bid.")).isVisible();
        ada.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search people"))
                .fill("cleo");
        ada.getByRole(AriaRole.BUTTON, button("Cleo Buyer")).click();
        putUp.click();
        assertThat(heading(ada, title)).isVisible();

        AuctionPage invited = new AuctionPage(cleo);
        invited.toast()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("You are invited: " + title))
                .click();
        invited.bid("12");
        assertThat(invited.panel()).containsText("You lead.");
        assertThat(new AuctionPage(ada).panel()).containsText("€12");

        requests.auction("Lamp for everybody", Duration.ofHours(2));
        bob.navigate("/");
        assertThat(bob.getByRole(AriaRole.LINK, link("Lamp for everybody"))).isVisible();
        assertThat(bob.getByRole(AriaRole.LINK, link(title))).hasCount(0);
        browsers.expectRefusals(404);
        bob.navigate(URI.create(ada.url()).getPath());
        assertThat(bob.getByText("There is no such auction")).isVisible();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
