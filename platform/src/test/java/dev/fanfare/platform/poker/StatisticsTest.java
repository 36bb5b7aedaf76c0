package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private static final Deck FIBONACCI = Deck.of("fibonacci", null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            '',           null,  null,  false, ''
            5,            5,     5,     true,  5x1
            5 5 5,        5,     5,     true,  5x3
            5 8,          6.5,   6.5,   false, 5x1 8x1
            8 1 2,        3.67,  2,     false, 1x1 2x1 8x1
            1 2 3 21,     6.75,  2.5,   false, 1x1 2x1 3x1 21x1
            ? 8,          8,     8,     false, 8x1 ?x1
            ? ?,          null,  null,  false, ?x2
            13 13 ?,      13,    13,    false, 13x2 ?x1
            20 20,        20,    20,    true,  20x2
            """)
    void votesComeTo(String cards, String average, String median, boolean consensus, String distribution) {
        Statistics statistics = Statistics.of(
                FIBONACCI,
                Arrays.stream(cards.split(" "))
                        .filter(card -> !card.isEmpty())
                        .map(StoryPoints::new)
                        .toList());

        assertThat(String.valueOf(statistics.average())).isEqualTo(average);
        assertThat(String.valueOf(statistics.median())).isEqualTo(median);
        assertThat(statistics.consensus()).isEqualTo(consensus);
        assertThat(String.join(
                        " ",
                        statistics.distribution().stream()
                                .map(count -> count.storyPoints().card() + "x" + count.count())
                                .toList()))
                .isEqualTo(distribution);
    }
}
