package dev.fanfare.platform.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Finds what keeps people from using a page. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => (await axe.run()).violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
            """;

    private Axe() {}

    /** The serious and the critical violations. */
    @SuppressWarnings("unchecked") // the script answers so
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
