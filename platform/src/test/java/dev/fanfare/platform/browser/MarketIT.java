package dev.fanfare.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnEachDatabase
class MarketIT {
    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final RunningPlatform platform;
    private final Requests requests;

    MarketIT(RunningPlatform platform) {
        this.platform = platform;
        requests = new Requests(platform);
    }

    @Test
    void twoPagesOfOnePersonAreOneViewerAndAnotherPersonIsTheSecond() throws IOException, InterruptedException {
        String product = requests.product("Brass lamp", 3);
        ProductPage one = ProductPage.open(browsers.signedIn(platform, "bob"), product);
        ProductPage other = ProductPage.open(one.page().context().newPage(), product);
        assertThat(other.attendance("1 person viewing")).isVisible();
        assertThat(one.attendance("1 person viewing")).isVisible();
        assertThat(one.viewers()).hasText(new String[] {"Bob Buyer (you)"});

        ProductPage cleo = ProductPage.open(browsers.signedIn(platform, "cleo"), product);
        for (ProductPage page : new ProductPage[] {one, other, cleo}) {
            assertThat(page.attendance("2 people viewing")).isVisible();
        }
        assertThat(one.viewers()).hasText(new String[] {"Bob Buyer (you)", "Cleo Buyer"});

        other.page().close();
        cleo.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Messages"))
                .click();
        assertThat(one.attendance("1 person viewing")).isVisible();
    }

    @Test
    void whoSearchesTheSameIsCountedWithoutThatAnybodyIsNamed() {
        Page bob = browsers.signedIn(platform, "bob");
        Page cleo = browsers.signedIn(platform, "cleo");
        for (Page page : new Page[] {bob, cleo}) {
            page.navigate("/market");
        }
        bob.getByRole(AriaRole.SEARCHBOX).fill("Lamp ");
        cleo.getByRole(AriaRole.SEARCHBOX).fill("lamp");

        assertThat(bob.getByText("2 people searching for this")).isVisible();
        assertThat(cleo.getByText("2 people searching for this")).isVisible();
        assertThat(bob.getByText("Cleo Buyer")).isHidden();
    }

    @Test
    void anOrderIsShippedBeforeTheBuyersEyesAndTheBellSaysItInTheExactWords() throws IOException, InterruptedException {
        String product = requests.product("Copper kettle", 3);
        ProductPage shown = ProductPage.open(browsers.signedIn(platform, "bob"), product);
        Page adas = browsers.signedIn(platform, "ada");
        adas.navigate("/orders?role=seller");
        assertThat(adas.getByText("Connection: Live")).isVisible();

        shown.buy();
        OrderPage bob = new OrderPage(shown.page());
        assertThat(bob.step()).containsText("Pending");
        assertThat(bob.page().getByText("Connection: Live")).isVisible();
        assertThat(bob.button("Cancel the order")).isVisible();
        Locator row = adas.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Copper kettle"));
        row.first().click();
        OrderPage ada = new OrderPage(adas);
        ada.button("Mark as shipped").click();

        assertThat(ada.step()).containsText("Shipped");
        assertThat(bob.step()).containsText("Shipped");
        assertThat(bob.button("Cancel the order")).isHidden();
        bob.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Notifications, ")))
                .click();
        Locator bell = bob.page().getByRole(AriaRole.DIALOG);
        assertThat(bell.getByText("Order Update", new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        Locator words = bell.getByText(
                "Your order for Copper kettle has been shipped", new Locator.GetByTextOptions().setExact(true));
        assertThat(words).hasCount(1);
        bob.page().keyboard().press("Escape");

        bob.button("It has arrived").click();
        assertThat(ada.step()).containsText("Delivered");
        assertThat(ada.history()).hasCount(3);
    }

    @Test
    void aSellerOffersSomethingChangesItAndTakesItBack() {
        Page page = browsers.signedIn(platform, "cleo");
        page.navigate("/market/sell");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Offer it"))
                .click();
        assertThat(page.getByText("Say what it costs.")).isVisible();
        page.getByLabel("Title").fill("Enamel pot");
        page.getByLabel("Price").fill("24.50");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Category"))
                .click();
        page.getByRole(AriaRole.OPTION).first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Offer it"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Enamel pot")))
                .isVisible();
        Locator buying = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Buying"));
        assertThat(buying).containsText("€24.50");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change it"))
                .click();
        page.getByLabel("Price").fill("20");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("€20", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Withdraw it"))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                .click();
        assertThat(buying).containsText("Not for sale any more");
    }
}
