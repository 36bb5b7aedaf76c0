package dev.fanfare.maven.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderNamesTest {
    private static Map<ChannelPattern, String> names(String... patterns) {
        return BuilderNames.of(Stream.of(patterns).map(ChannelPattern::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "auction-{id}, auction",
        "auction-house-{id}, auctionHouse",
        "private-user-{id}, user",
        "private-encrypted-cache-Notes_of-{id}, notesOf",
        "presence-cache-table-{id}, table",
        "cache-price, price",
        "private-{id}, private",
        "2026-{id}, 2026",
        "@, channel"
    })
    void aBuilderIsCalledAsItsPatternWithoutType(String pattern, String name) {
        assertThat(names(pattern)).containsValue(name);
    }

    @Test
    void patternsThatWouldBeCalledTheSameHaveTheirTypeInTheName() {
        assertThat(names("private-user-{id}", "presence-user-{id}").values())
                .containsExactlyInAnyOrder("privateUser", "presenceUser");
    }

    @Test
    void patternsThatAreTheSameInLettersAreNumbered() {
        assertThat(names("a-b-{id}", "a_b-{id}", "private-a-b"))
                .isEqualTo(Map.of(
                        ChannelPattern.parse("a-b-{id}"), "aB",
                        ChannelPattern.parse("a_b-{id}"), "aB2",
                        ChannelPattern.parse("private-a-b"), "privateAB"));
        assertThat(names("a_b-{id}", "private-a-b", "a-b-{id}"))
                .isEqualTo(names("a-b-{id}", "a_b-{id}", "private-a-b"));
        assertThat(List.copyOf(names("@", "=").values())).containsExactlyInAnyOrder("channel", "channel2");
    }
}
