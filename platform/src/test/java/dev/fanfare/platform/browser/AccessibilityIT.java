package dev.fanfare.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages look like is the same on each database. */
class AccessibilityIT {
    private static RunningPlatform platform;
    private static Pages pages;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        platform = RunningPlatform.on(Database.H2);
        pages = new Pages(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void whatIsLookedForIsFoundWhereItIs() {
        Page page = browsers.signedOut(platform, options -> options);
        page.setContent("""
                <html lang="en"><title>Colors</title>
                <style>:root { color-scheme: light dark }</style>
                <p style="color: light-dark(#999, #fff); background: light-dark(#fff, #000)">Pale</p>
                <p style="color: light-dark(#000, #333); background: light-dark(#fff, #000)">Dim</p>
                <button></button>
                """);

        assertThat(Axe.violations(page))
                .anyMatch(found -> found.startsWith("LIGHT color-contrast") && found.contains("Pale"))
                .anyMatch(found -> found.startsWith("LIGHT button-name"))
                .anyMatch(found -> found.startsWith("DARK color-contrast") && found.contains("Dim"))
                .hasSize(3);
    }

    @Test
    void noPageHasASeriousViolationOrBreaksTheRulesOfWhatItMayLoad() {
        Map<String, List<String>> violations = new TreeMap<>();
        Page signIn = browsers.signedOut(platform, AccessibilityIT::still);
        Pages.signIn(signIn);
        violations.put("sign-in", Axe.violations(signIn));
        Page welcome = browsers.signedOut(platform, AccessibilityIT::still);
        pages.welcome(welcome);
        violations.put("welcome", Axe.violations(welcome));
        pages.each(
                browsers.signedIn(platform, "bob", AccessibilityIT::still),
                (name, shown) -> violations.put(name, Axe.violations(shown)));
        pages.eachOfAdministration(
                browsers.signedIn(platform, "dan", AccessibilityIT::still),
                (name, shown) -> violations.put(name, Axe.violations(shown)));

        assertThat(violations)
                .hasSize(2 + pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
    }

    @Test
    void onAPhoneNoPageHasASeriousViolationIsWiderThanTheScreenOrLacksAHeading() {
        UnaryOperator<Browser.NewContextOptions> phone = options ->
                still(options).setViewportSize(390, 844).setIsMobile(true).setHasTouch(true);
        Map<String, List<String>> violations = new TreeMap<>();
        Map<String, Object> widths = new TreeMap<>();
        Map<String, Integer> headings = new TreeMap<>();
        BiConsumer<String, Page> look = (name, shown) -> {
            violations.put(name, Axe.violations(shown));
            widths.put(name, shown.evaluate("document.documentElement.scrollWidth"));
            headings.put(name, shown.locator("h1:visible").count());
        };
        pages.each(browsers.signedIn(platform, "bob", phone), look);
        pages.eachOfAdministration(browsers.signedIn(platform, "dan", phone), look);
        Page welcome = browsers.signedOut(platform, phone);
        pages.welcome(welcome);
        look.accept("welcome", welcome);

        assertThat(violations)
                .hasSize(1 + pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
        assertThat(widths)
                .hasSize(1 + pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, width) -> assertThat(width).as(name).isEqualTo(390));
        assertThat(headings)
                .hasSameSizeAs(widths.keySet())
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    private static Browser.NewContextOptions still(Browser.NewContextOptions options) {
        return options.setReducedMotion(ReducedMotion.REDUCE);
    }
}
