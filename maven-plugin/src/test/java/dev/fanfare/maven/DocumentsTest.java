package dev.fanfare.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.maven.house.HouseChannels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Run with {@code -Dfanfare.golden.write=true} to write what is expected anew; then read it. */
class DocumentsTest {
    private static final Path EXPECTED = Path.of("src/test/resources/house");

    private static Map<Path, String> texts() {
        return new Documents(
                        EXPECTED.resolve("channels.ts"),
                        EXPECTED.resolve("channels.md"),
                        EXPECTED.resolve("asyncapi.json"),
                        "Auction house",
                        "1",
                        "Generated from HouseChannels#registry: do not edit. To write it anew: mvn compile fanfare:generate")
                .of(HouseChannels.registry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"channels.ts", "channels.md", "asyncapi.json"})
    void everySortOfChannelAndPayloadComesOutAsItIsWrittenDown(String file) throws IOException {
        Path expected = EXPECTED.resolve(file);
        String text = texts().get(expected);
        if (Boolean.getBoolean("fanfare.golden.write")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(expected, text);
        }

        assertThat(text).isEqualTo(Files.readString(expected)).endsWith("\n");
        assertThat(text.lines().limit(2)).anyMatch(line -> line.contains("do not edit"));
    }

    @Test
    void whatIsNotWantedIsNotMade() {
        Path page = Path.of("page.md");

        assertThat(new Documents(null, page, null, "x", "1", "y").of(HouseChannels.registry()))
                .containsOnlyKeys(page);
    }
}
