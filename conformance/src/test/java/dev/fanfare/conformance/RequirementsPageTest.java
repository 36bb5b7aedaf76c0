package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/requirements.md} names no test that is not there. */
class RequirementsPageTest {
    private static final Path PAGE = Path.of("../docs/requirements.md");
    private static final Pattern ROW = Pattern.compile("\\| [SCH][0-9-]*[^|]*\\|[^|]*\\|([^|]*)\\|");
    private static final Path BROWSER_TESTS = Path.of("../web/packages/real-time/test");

    /** A file and a title in it, such as {@code hooks.test.tsx: unbinds only what was bound through it}. */
    private static final Pattern BROWSER_TEST = Pattern.compile("`(\\w+\\.test\\.tsx?): ([^`]+)`");

    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @MethodSource("tests")
    void testOfARequirementIsThere(String type, String method) throws IOException {
        String source = Files.readString(fileOf(type));
        assertThat(source).contains(method.isEmpty() ? "class " + type : "void " + method + "(");
    }

    @ParameterizedTest
    @MethodSource("browserTests")
    void testOfTheBrowserPackageIsThere(String file, String title) throws IOException {
        assertThat(Files.readString(BROWSER_TESTS.resolve(file))).contains("'" + title + "'");
    }

    private static Path fileOf(String type) throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(".."),
                12,
                (file, attributes) ->
                        file.endsWith(type + ".java") && file.toString().contains("/src/test/"))) {
            return files.findFirst().orElseThrow(() -> new AssertionError("There is no " + type));
        }
    }

    static List<Arguments> tests() throws IOException {
        return named(TEST);
    }

    static List<Arguments> browserTests() throws IOException {
        return named(BROWSER_TEST);
    }

    /** What the rows name in that way: what stands before the dot or colon, and what stands behind it. */
    private static List<Arguments> named(Pattern test) throws IOException {
        List<Arguments> tests = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String shownBy = row.group(1);
                assertThat(TEST.matcher(shownBy).find()
                                || BROWSER_TEST.matcher(shownBy).find())
                        .as(line)
                        .isTrue();
                Matcher found = test.matcher(shownBy);
                while (found.find()) {
                    tests.add(Arguments.of(found.group(1), found.group(2) == null ? "" : found.group(2)));
                }
            }
        }
        return tests;
    }
}
