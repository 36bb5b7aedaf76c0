package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.LoadRun;
import dev.fanfare.benchmarks.load.LoadSpec;
import dev.fanfare.benchmarks.load.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the works of one suite against all contenders in turn: A B A B, so that a slower hour slows all of them. */
final class LoadSuite {
    /** Share of the machine that others may use. Latency needs more quiet than CPU time, which hardly depends on others. */
    private static final double FOREIGN = 0.15;

    private static final double FOREIGN_LATENCY = 0.06;
    private static final int ATTEMPTS = 4;

    private final List<Contender> contenders;
    private final int pairs;
    private final Journal journal;
    private final List<Run> runs = new ArrayList<>();

    LoadSuite(List<Contender> contenders, int pairs, Journal journal) {
        this.contenders = contenders;
        this.pairs = pairs;
        this.journal = journal;
    }

    List<Run> runs() {
        return runs;
    }

    void measure(List<Work> works, Path folder) {
        List<RunningServer> servers = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                servers.add(RunningServer.start(contender, folder));
            }
            for (Work work : works) {
                measure(work, servers);
            }
        } finally {
            servers.forEach(RunningServer::close);
        }
    }

    private void measure(Work work, List<RunningServer> servers) {
        for (RunningServer server : servers) {
            warmUp(work, server);
        }
        for (int pair = 0; pair < pairs; pair++) {
            for (RunningServer server : servers) {
                try {
                    Run run = run(work, server, pair);
                    runs.add(run);
                    journal.add(run);
                } catch (LoadFailure e) {
                    journal.failed(work.label(), server.contender().name(), e);
                }
            }
        }
    }

    /** One uncounted run: code that the JVM has not compiled yet, in the server or here, is nobody's speed. */
    private void warmUp(Work work, RunningServer server) {
        try {
            LoadRun.of(server.target(), work.spec());
        } catch (LoadFailure e) {
            journal.failed(work.label(), server.contender().name(), e);
        }
    }

    private static Run run(Work work, RunningServer server, int pair) {
        LoadSpec spec = work.spec();
        double limit = work.isLatency() ? FOREIGN_LATENCY : FOREIGN;
        Outcome outcome = LoadRun.of(server.target(), spec);
        for (int attempt = 1; attempt < ATTEMPTS && outcome.isIntact() && outcome.foreignShare() > limit; attempt++) {
            outcome = LoadRun.of(server.target(), spec);
        }
        return new Run(work.label(), server.contender().name(), pair, outcome.foreignShare() > limit, outcome);
    }
}
