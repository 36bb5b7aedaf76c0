package dev.fanfare.platform.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds what keeps people from using a page. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async (options) => (await axe.run(options)).violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
            """;
    private static final Map<String, Object> ALL = Map.of();
    private static final Map<String, Object> COLORS = Map.of("runOnly", List.of("color-contrast"));

    private Axe() {}

    /** The serious and the critical violations; in dark colors, which pages follow while they are open, those of its colors. */
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        List<String> all = new ArrayList<>(run(page, ColorScheme.LIGHT, ALL));
        all.addAll(run(page, ColorScheme.DARK, COLORS));
        return all;
    }

    @SuppressWarnings("unchecked") // the script answers so
    private static List<String> run(Page page, ColorScheme colors, Map<String, Object> options) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
        return ((List<String>) page.evaluate(RUN, options))
                .stream().map(found -> colors + " " + found).toList();
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
