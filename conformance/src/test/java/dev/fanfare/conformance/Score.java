package dev.fanfare.conformance;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How many tests of each SDK have passed in this run. Used by all threads of the test run. */
final class Score {
    private static final Map<String, Tally> TALLIES = new ConcurrentHashMap<>();

    private record Tally(int passed, int run) {
        Tally plus(Tally other) {
            return new Tally(passed + other.passed, run + other.run);
        }
    }

    private Score() {}

    static void count(String sdk, boolean passed) {
        TALLIES.merge(sdk, new Tally(passed ? 1 : 0, 1), Tally::plus);
    }

    /** As a part of a sentence. */
    static String line() {
        return new TreeMap<>(TALLIES)
                .entrySet().stream()
                        .map(sdk -> sdk.getKey() + ": " + sdk.getValue().passed() + " of "
                                + sdk.getValue().run())
                        .collect(Collectors.joining(", "));
    }

    /** As a table in Markdown, by name. */
    static String table() {
        StringBuilder table = new StringBuilder("| SDK | tests passed |\n|---|---|\n");
        new TreeMap<>(TALLIES)
                .forEach((sdk, tally) ->
                        table.append("| %s | %d of %d |\n".formatted(sdk, tally.passed(), tally.run())));
        return table.toString();
    }
}
