package dev.fanfare.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/**
 * A planning poker session as somebody sees it.
 *
 * @param heard every frame that has come since, as it was on the wire
 */
record PokerTable(Page page, List<String> heard) {
    /** One whose page is not loaded yet, so that nothing is missed. */
    static PokerTable of(Page page) {
        List<String> heard = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> heard.add(frame.text())));
        return new PokerTable(page, heard);
    }

    PokerTable open(String sessionId) {
        page.navigate("/poker/" + sessionId);
        return this;
    }

    /** What has been said to this page until now. */
    List<String> frames() {
        page.evaluate("1"); // what has come before is heard by then
        return List.copyOf(heard);
    }

    Locator seat(String name) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("People"))
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator card(String card) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(card));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator task() {
        return page.locator("#task");
    }
}
