package dev.fanfare.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import dev.fanfare.platform.RunningPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browsers of those who look at a platform. They are closed after each test; one that failed leaves a picture of every
 * page and its course in {@code target/browsers}. What a page complains of fails its test.
 */
final class Browsers implements BeforeEachCallback, AfterEachCallback {
    private static final Path REMAINS = Path.of("target", "browsers");

    /** Machines that run tests have much else to do. */
    private static final double PATIENCE_MS = 15_000;
    private static final String REFUSED = "Failed to load resource: the server responded with a status of ";

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        chromium = Chromium.of(test);
    }

    /** A test is about a refusal with this status: browsers complain of each. */
    void expectRefusals(int status) {
        refusals.add(REFUSED + status);
    }

    /** A page of somebody who is signed in, with nothing in it yet. */
    Page signedIn(RunningPlatform platform, String name) {
        return signedIn(platform, name, options -> options);
    }

    Page signedIn(RunningPlatform platform, String name, UnaryOperator<Browser.NewContextOptions> options) {
        Page page = signedOut(platform, options);
        var answer = page.context()
                .request()
                .post(
                        "/api/sessions",
                        RequestOptions.create().setData(Map.of("email", name + "@demo.test", "password", "fanfare")));
        if (!answer.ok()) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return page;
    }

    /** A page in a browser that knows nobody. */
    Page signedOut(RunningPlatform platform, UnaryOperator<Browser.NewContextOptions> options) {
        BrowserContext context = chromium.browser()
                .newContext(options.apply(new Browser.NewContextOptions()
                        .setBaseURL(platform.address("").toString())
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setViewportSize(1280, 800)));
        open.add(context);
        context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context.newPage();
    }

    /** That there is no network, no server, or nobody signed in is what some tests are about. */
    private boolean isExpected(String complaint) {
        return complaint.startsWith("WebSocket connection to")
                || complaint.startsWith("Failed to load resource: net::")
                || complaint.startsWith(REFUSED + "401")
                || refusals.stream().anyMatch(complaint::startsWith);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean hasFailed = test.getExecutionException().isPresent() || !complaints.isEmpty();
        String name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        for (int i = 0; i < open.size(); i++) {
            try (BrowserContext context = open.get(i)) {
                if (hasFailed) {
                    keep(context, name + "-" + i);
                }
            }
        }
        open.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        refusals.clear();
        if (!heard.isEmpty()) {
            throw new AssertionError("Pages complained: " + heard);
        }
    }

    private static void keep(BrowserContext context, String name) {
        List<Page> pages = context.pages();
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(REMAINS.resolve(name + "-" + i + ".png")));
        }
        context.tracing().stop(new Tracing.StopOptions().setPath(REMAINS.resolve(name + ".zip")));
    }
}
