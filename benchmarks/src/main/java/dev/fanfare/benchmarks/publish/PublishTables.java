package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.suite.Numbers;
import dev.fanfare.benchmarks.suite.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes tables of rounds: the figure, and its quotient by that of the stock {@code pusher-http-java} in the same round. */
final class PublishTables {
    private final List<List<Window>> rounds;
    private final String callers;

    /** @param rounds of one load, at least one */
    PublishTables(List<List<Window>> rounds) {
        this.rounds = rounds;
        callers = rounds.getFirst().getFirst().load().callers() + " callers";
    }

    List<Table> all() {
        return List.of(table(false), latency(false), table(true), latency(true));
    }

    private Table table(boolean paced) {
        Table table = new Table(
                callers + (paced ? " at a fixed pace" : ", as fast as it goes"),
                "library",
                "n",
                "events a second",
                "÷ pusher-http-java's",
                "publisher's CPU for each, µs",
                "÷ pusher-http-java's",
                "server's CPU for each, µs",
                "others' share of the machine, %");
        for (String library : libraries()) {
            table.row(
                    library,
                    Integer.toString(rounds.size()),
                    figure(library, paced, Window::perSecond),
                    quotient(library, paced, Window::perSecond),
                    figure(library, paced, Window::publisherMicrosPerEvent),
                    quotient(library, paced, Window::publisherMicrosPerEvent),
                    library.contains("embedded")
                            ? "in the publisher's"
                            : figure(library, paced, Window::serverMicrosPerEvent),
                    figure(library, paced, window -> 100 * window.cpu().foreignShare()));
        }
        return table;
    }

    private Table latency(boolean paced) {
        Table table = new Table(
                callers
                        + (paced
                                ? " at a fixed pace: latency from the time an event was due, µs"
                                : ", as fast as it goes: latency from call to answer, µs"),
                "library",
                "n",
                "p50",
                "÷ pusher-http-java's",
                "p99",
                "÷ pusher-http-java's");
        for (String library : libraries()) {
            table.row(
                    library,
                    Integer.toString(rounds.size()),
                    figure(library, paced, window -> window.microsAt(50)),
                    quotient(library, paced, window -> window.microsAt(50)),
                    figure(library, paced, window -> window.microsAt(99)),
                    quotient(library, paced, window -> window.microsAt(99)));
        }
        return table;
    }

    private List<String> libraries() {
        return rounds.getFirst().stream().map(Window::library).distinct().toList();
    }

    private String figure(String library, boolean paced, ToDoubleFunction<Window> figure) {
        return Numbers.spread(rounds.stream()
                .map(round -> figure.applyAsDouble(Rounds.of(library, round, paced)))
                .toList());
    }

    private String quotient(String library, boolean paced, ToDoubleFunction<Window> figure) {
        if (library.equals(PusherLibrary.STOCK)) {
            return "–";
        }
        return Numbers.spread(rounds.stream()
                .map(round -> figure.applyAsDouble(Rounds.of(library, round, paced))
                        / figure.applyAsDouble(Rounds.of(PusherLibrary.STOCK, round, paced)))
                .toList());
    }
}
