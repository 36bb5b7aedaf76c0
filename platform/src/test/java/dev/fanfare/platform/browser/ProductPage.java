package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A product as somebody sees it. */
record ProductPage(Page page) {
    static ProductPage open(Page page, String productId) {
        page.navigate("/market/products/" + productId);
        return new ProductPage(page);
    }

    /** What is said of how many look at it. */
    Locator attendance(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    Locator viewers() {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Who is viewing"))
                .getByRole(AriaRole.LISTITEM);
    }

    /** Orders one piece, and leads to the order. */
    void buy() {
        Page.GetByRoleOptions button = new Page.GetByRoleOptions().setName("Buy for");
        page.getByRole(AriaRole.BUTTON, button).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Buy for"))
                .click();
    }
}
