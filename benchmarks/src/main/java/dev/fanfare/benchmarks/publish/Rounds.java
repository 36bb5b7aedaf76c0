package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.Json;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.suite.Journal;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the libraries in turn, many short rounds: what else goes on at the machine meets all of them. In each round everybody
 * publishes as fast as it goes, and then at a part of the speed that {@code pusher-http-java} reached in the same round.
 */
final class Rounds {
    /**
     * How much is measured.
     *
     * @param first uncounted windows of each library before all rounds
     * @param share of the stock library's events a second, for the paced load
     */
    record Plan(int first, int rounds, double share) {}

    private final List<Library> libraries;
    private final long serverPid;
    private final Journal journal;
    private final List<List<Window>> rounds = new ArrayList<>();

    /** @param libraries the stock {@code pusher-http-java} among them */
    Rounds(List<Library> libraries, long serverPid, Journal journal) {
        this.libraries = libraries;
        this.serverPid = serverPid;
        this.journal = journal;
    }

    /** Runs all rounds. Returns these, with the windows of all of them. */
    Rounds measure(Load load, Plan plan) {
        // Code that the JVM has not compiled yet is nobody's speed.
        for (int i = 0; i < plan.first; i++) {
            libraries.forEach(library -> window(library, load));
        }
        for (int round = 0; round < plan.rounds; round++) {
            List<Window> windows = new ArrayList<>();
            rounds.add(windows);
            List<Library> turn = turn(round);
            turn.forEach(library -> windows.add(window(library, load)));
            double pace = plan.share * of(PusherLibrary.STOCK, windows, false).perSecond();
            turn.forEach(library -> windows.add(window(library, load.at(pace))));
            for (Window window : windows) {
                journal.add(window.library(), window.line(), Json.object(window.values(round)));
            }
        }
        return this;
    }

    /** Another one begins in each round. */
    private List<Library> turn(int round) {
        int first = round % libraries.size();
        List<Library> turn = new ArrayList<>(libraries.subList(first, libraries.size()));
        turn.addAll(libraries.subList(0, first));
        return turn;
    }

    private Window window(Library library, Load load) {
        long before = Published.count(library.server());
        boolean inside =
                library.server().getPort() != libraries.getFirst().server().getPort();
        Window window =
                Callers.run(library, load, inside ? ProcessHandle.current().pid() : serverPid);
        long taken = Published.count(library.server()) - before;
        if (taken != window.answered()) {
            throw new LoadFailure(library.name() + ": " + window.answered()
                    + " events were answered, and the server counts " + taken);
        }
        return window;
    }

    List<List<Window>> windows() {
        return rounds;
    }

    static Window of(String library, List<Window> windows, boolean paced) {
        return windows.stream()
                .filter(window ->
                        window.library().equals(library) && window.load().isPaced() == paced)
                .findFirst()
                .orElseThrow();
    }
}
