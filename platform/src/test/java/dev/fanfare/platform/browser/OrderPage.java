package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An order as one of its parties sees it. */
record OrderPage(Page page) {
    static OrderPage open(Page page, String orderId) {
        page.navigate("/orders/" + orderId);
        return new OrderPage(page);
    }

    private Locator course() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Course"));
    }

    /** Where it is now. */
    Locator step() {
        return course().locator("[aria-current=step]");
    }

    Locator button(String name) {
        return course().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator history() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("History"))
                .getByRole(AriaRole.LISTITEM);
    }
}
