package dev.fanfare.sdk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.registry.ChannelDeclaration;
import dev.fanfare.sdk.registry.EventDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page {@code docs/guides/systems.md} has every channel and event, and no other. */
class SystemsPageTest {
    private static final Path PAGE = Path.of("../docs/guides/systems.md");

    private static String row(ChannelDeclaration<?> channel) {
        String type = channel.pattern().isPresence()
                ? "presence"
                : channel.pattern().requiresAuthorization() ? "private" : "public";
        return "| `" + channel.pattern() + "` | " + type + " | "
                + (channel.events().isEmpty() ? "–" : names(channel.events())) + " |";
    }

    private static String names(List<EventDeclaration> events) {
        return events.stream().map(SystemsPageTest::name).collect(Collectors.joining(", "));
    }

    private static String name(EventDeclaration event) {
        return "`" + event.name() + "`" + (event.isAlias() ? "¹" : "");
    }

    @Test
    void thePageHasEveryChannelAndEventAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[a-z-]+(\\{\\w+})?` \\|.*"))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(AllSystems.registry().channels().stream()
                        .map(SystemsPageTest::row)
                        .toList());
    }
}
