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
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @MethodSource("tests")
    void testOfARequirementIsThere(String type, String method) throws IOException {
        String source = Files.readString(fileOf(type));
        assertThat(source).contains(method.isEmpty() ? "class " + type : "void " + method + "(");
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
        List<Arguments> tests = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher test = TEST.matcher(row.group(1));
                int before = tests.size();
                while (test.find()) {
                    tests.add(Arguments.of(test.group(1), test.group(2) == null ? "" : test.group(2)));
                }
                assertThat(tests).as(line).hasSizeGreaterThan(before);
            }
        }
        return tests;
    }
}
