package dev.fanfare.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes pictures of all pages, for people: {@code ./fanfare screenshots}. No test, so none of the names that run by themselves. */
class Screenshots {
    private static final Path FOLDER = Path.of("..", ".fanfare", "screenshots");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @ParameterizedTest
    @CsvSource({
        "light, desktop, 1280, 800",
        "dark, desktop, 1280, 800",
        "light, phone, 390, 844",
        "dark, phone, 390, 844"
    })
    void ofAllPages(String colors, String device, int width, int height) throws IOException, InterruptedException {
        UnaryOperator<Browser.NewContextOptions> options =
                base -> base.setColorScheme(ColorScheme.valueOf(colors.toUpperCase(Locale.ROOT)))
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, height)
                        .setIsMobile(device.equals("phone"));
        try (RunningPlatform platform = RunningPlatform.on(Database.H2)) {
            Page signIn = browsers.signedOut(platform, options);
            Pages.signIn(signIn);
            take(signIn, "sign-in", colors, device);
            Pages pages = new Pages(platform);
            Page welcome = browsers.signedOut(platform, options);
            pages.welcome(welcome);
            take(welcome, "welcome", colors, device);
            BiConsumer<String, Page> look = (name, page) -> take(page, name, colors, device);
            pages.each(browsers.signedIn(platform, "bob", options), look);
            pages.eachOfAdministration(browsers.signedIn(platform, "dan", options), look);
        }
    }

    private static void take(Page page, String name, String colors, String device) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + colors + "-" + device + ".png")));
    }
}
