package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An auction as somebody sees it. */
record AuctionPage(Page page) {
    static AuctionPage open(Page page, String auctionId) {
        page.navigate("/auctions/" + auctionId);
        return new AuctionPage(page);
    }

    /** Price, leader and time left. */
    Locator panel() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Bidding"));
    }

    Locator timeLeft() {
        return panel().getByRole(AriaRole.TIMER);
    }

    Locator bids() {
        return page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("Bids").setExact(true))
                .getByRole(AriaRole.LISTITEM);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void bid(String amount) {
        Locator field = panel().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Your bid"));
        field.fill(amount);
        field.press("Enter");
    }

    /** What came up for a moment, wherever one is. */
    Locator toast() {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Messages").setExact(true));
    }
}
