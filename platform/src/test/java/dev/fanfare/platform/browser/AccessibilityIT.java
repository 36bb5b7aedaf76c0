package dev.fanfare.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        page.setContent("<p style='color: #999; background: #fff'>Pale</p><button></button>");

        assertThat(Axe.violations(page))
                .anyMatch(found -> found.startsWith("color-contrast"))
                .anyMatch(found -> found.startsWith("button-name"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noPageHasASeriousViolationOrBreaksTheRulesOfWhatItMayLoad(ColorScheme colors) {
        Map<String, List<String>> violations = new TreeMap<>();
        Page signIn = browsers.signedOut(platform, options -> options.setColorScheme(colors));
        Pages.signIn(signIn);
        violations.put("sign-in", Axe.violations(signIn));
        Page page = browsers.signedIn(
                platform, "bob", options -> options.setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
        pages.each(page, (name, shown) -> violations.put(name, Axe.violations(shown)));
        Page administrators = browsers.signedIn(
                platform, "dan", options -> options.setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
        pages.eachOfAdministration(administrators, (name, shown) -> violations.put(name, Axe.violations(shown)));

        assertThat(violations)
                .hasSize(1 + pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void onAPhoneNoPageHasASeriousViolationIsWiderThanTheScreenOrLacksAHeading(ColorScheme colors) {
        UnaryOperator<Browser.NewContextOptions> phone = options -> options.setColorScheme(colors)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true);
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

        assertThat(violations)
                .hasSize(pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
        assertThat(widths)
                .hasSize(pages.names().size() + pages.countOfAdministration())
                .allSatisfy((name, width) -> assertThat(width).as(name).isEqualTo(390));
        assertThat(headings)
                .hasSameSizeAs(widths.keySet())
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }
}
