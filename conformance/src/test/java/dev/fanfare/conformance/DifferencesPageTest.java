package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/differences.md} claims nothing that no conversation shows. */
class DifferencesPageTest {
    private static final Path PAGE = Path.of("../docs/differences.md");
    private static final Path TRANSCRIPTS = Path.of("../transcripts");
    private static final String HEAD = "| what | hosted Pusher | Fanfare | shown by |";
    private static final Pattern SHOWN_BY = Pattern.compile(".*\\| `([^`]+)`: ([^|]+) \\|");

    @ParameterizedTest
    @MethodSource("differences")
    void differenceIsShownByAConversationThatIsPlayed(String row) throws IOException {
        Matcher shownBy = SHOWN_BY.matcher(row);
        assertThat(shownBy.matches()).as(row).isTrue();

        List<Transcript> conversations = Transcript.read(TRANSCRIPTS.resolve(shownBy.group(1)));

        assertThat(conversations).extracting(Transcript::title).contains(shownBy.group(2));
    }

    /** The rows of the table. */
    static List<String> differences() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int first = lines.indexOf(HEAD) + 2;
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
