package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A document as somebody has it before them. */
record DocumentView(Page page) {
    static DocumentView open(Page page, String id) {
        page.navigate("/documents/" + id);
        return new DocumentView(page);
    }

    Locator title() {
        return field("Title");
    }

    Locator text() {
        return field("Text");
    }

    private Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Writes at the end of the text, letter by letter. */
    void append(String letters) {
        text().focus();
        text().press("ControlOrMeta+End");
        text().pressSequentially(letters);
    }

    Locator people() {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Who is here"))
                .getByRole(AriaRole.LISTITEM);
    }

    Locator cursors() {
        return page.locator(".cursor");
    }

    Locator conflict() {
        return page.getByRole(AriaRole.ALERT, new Page.GetByRoleOptions().setName("Two versions"));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
