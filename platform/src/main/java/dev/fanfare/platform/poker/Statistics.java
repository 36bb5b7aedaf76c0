package dev.fanfare.platform.poker;

import dev.fanfare.sdk.systems.poker.StoryPoints;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What votes come to.
 *
 * @param average of the numbers, with two digits behind the point at most; null if there is none
 * @param median the same
 * @param consensus whether all have the same card, and know what that says
 * @param distribution in the order of the deck
 */
record Statistics(
        @Nullable BigDecimal average, @Nullable BigDecimal median, boolean consensus, List<Count> distribution) {
    private static final int DIGITS = 2;

    /** How many have a card. */
    record Count(StoryPoints storyPoints, int count) {}

    static Statistics of(Deck deck, Collection<StoryPoints> votes) {
        List<BigDecimal> numbers = votes.stream()
                .map(StoryPoints::json)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .sorted()
                .toList();
        Map<StoryPoints, Integer> counts =
                votes.stream().collect(Collectors.toMap(Function.identity(), vote -> 1, Integer::sum));
        List<Count> distribution = counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingInt((Count count) -> deck.place(count.storyPoints()))
                        .thenComparing(count -> count.storyPoints().card()))
                .toList();
        boolean isConsensus = counts.size() == 1 && !counts.containsKey(StoryPoints.UNKNOWN);
        return new Statistics(average(numbers), median(numbers), isConsensus, distribution);
    }

    private static @Nullable BigDecimal average(List<BigDecimal> numbers) {
        return numbers.isEmpty()
                ? null
                : rounded(sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64));
    }

    /** Of the two in the middle, what lies between. */
    private static @Nullable BigDecimal median(List<BigDecimal> numbers) {
        int size = numbers.size();
        return size == 0
                ? null
                : rounded(numbers.get((size - 1) / 2)
                        .add(numbers.get(size / 2))
                        .divide(BigDecimal.TWO, MathContext.DECIMAL64));
    }

    static BigDecimal sum(Collection<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without zeros at the end, and without an exponent. */
    private static BigDecimal rounded(BigDecimal number) {
        return new BigDecimal(number.setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
    }
}
