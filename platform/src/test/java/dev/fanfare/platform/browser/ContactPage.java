package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The inbox with one contact open, as an agent sees it. */
record ContactPage(Page page, String contactName) {
    static ContactPage open(Page page, String contactId, String contactName) {
        page.navigate("/inbox/" + contactId);
        return new ContactPage(page, contactName);
    }

    Locator field() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message to " + contactName));
    }

    void write(String text) {
        field().fill(text);
        field().press("Enter");
    }

    void note(String text) {
        Locator note = noteField();
        note.fill(text);
        note.press("Enter");
    }

    /** For what is written for the team. */
    Locator noteField() {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note on " + contactName));
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG);
    }

    /** All messages and notes that there are of this text. */
    Locator entry(String text) {
        return log().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void choose(String menu, String item) {
        button(menu).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    /** The contact in the list. */
    static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Contacts"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
