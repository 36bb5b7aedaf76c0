package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A conversation as one of the two sees it. */
record ChatPage(Page page, String otherName) {
    static ChatPage open(Page page, String conversationId, String otherName) {
        page.navigate("/messages/" + conversationId);
        return new ChatPage(page, otherName);
    }

    Locator field() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message to " + otherName));
    }

    void write(String text) {
        field().fill(text);
        field().press("Enter");
    }

    /** All that is there of this text. */
    Locator message(String text) {
        return page.getByRole(AriaRole.LOG)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The link to the messages while so many are not read. */
    static Locator unread(Page page, int count) {
        return mainLink(page, Pattern.compile("Messages.*\\b" + count + " unread"));
    }

    static Locator nothingUnread(Page page) {
        return mainLink(page, Pattern.compile("^Messages$"));
    }

    private static Locator mainLink(Page page, Pattern name) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
