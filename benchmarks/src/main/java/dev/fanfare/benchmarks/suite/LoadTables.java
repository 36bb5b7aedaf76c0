package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes tables of load runs. */
final class LoadTables {
    private final List<Run> runs;

    LoadTables(List<Run> runs) {
        this.runs = runs;
    }

    Table throughput() {
        Table table = new Table(
                "Deliveries (publish: requests) per second of server CPU",
                "work",
                "server",
                "n",
                "per server-CPU-second",
                "share of the floor",
                "per second",
                "lost, duplicated, reordered",
                "disturbed");
        for (List<Run> group : groups(false)) {
            table.row(
                    group.getFirst().work(),
                    group.getFirst().server(),
                    Integer.toString(group.size()),
                    Numbers.spread(values(group, Outcome::perServerCpuSecond)),
                    Numbers.spread(shares(group, Outcome::perServerCpuSecond)),
                    Numbers.spread(values(group, Outcome::perSecond)),
                    broken(group),
                    disturbed(group));
        }
        return table;
    }

    Table latency() {
        Table table = new Table(
                "Latency in µs from the time a message was due, open loop",
                "load",
                "server",
                "n",
                "p50",
                "p99",
                "p99.9",
                "p99 ÷ the floor's",
                "sustained",
                "lost, duplicated, reordered",
                "disturbed");
        for (List<Run> group : groups(true)) {
            long sustained =
                    group.stream().filter(run -> run.outcome().isSustained()).count();
            table.row(
                    group.getFirst().work(),
                    group.getFirst().server(),
                    Integer.toString(group.size()),
                    Numbers.spread(values(group, outcome -> outcome.microsAt(50))),
                    Numbers.spread(values(group, outcome -> outcome.microsAt(99))),
                    Numbers.spread(values(group, outcome -> outcome.microsAt(99.9))),
                    Numbers.spread(shares(group, outcome -> outcome.microsAt(99))),
                    sustained + " of " + group.size(),
                    broken(group),
                    disturbed(group));
        }
        return table;
    }

    /** The runs of one work and server, in the order of the first of each. */
    private List<List<Run>> groups(boolean openLoop) {
        List<List<Run>> groups = new ArrayList<>();
        for (Run run : runs) {
            if (run.outcome().targetPerSecond() > 0 != openLoop) {
                continue;
            }
            List<Run> group = groups.stream()
                    .filter(each -> isLike(run, each.getFirst()))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(run);
        }
        return groups;
    }

    private static boolean isLike(Run run, Run other) {
        return run.work().equals(other.work()) && run.server().equals(other.server());
    }

    private static List<Double> values(List<Run> group, ToDoubleFunction<Outcome> figure) {
        return group.stream().map(run -> figure.applyAsDouble(run.outcome())).toList();
    }

    /** Each run's figure by that of the floor in the same pair. */
    private List<Double> shares(List<Run> group, ToDoubleFunction<Outcome> figure) {
        return group.stream()
                .map(run -> share(run, figure))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Double share(Run run, ToDoubleFunction<Outcome> figure) {
        for (Run floor : runs) {
            if (floor.server().equals(Contender.FLOOR)
                    && !run.server().equals(Contender.FLOOR)
                    && floor.work().equals(run.work())
                    && floor.pair() == run.pair()) {
                return figure.applyAsDouble(run.outcome()) / figure.applyAsDouble(floor.outcome());
            }
        }
        return null;
    }

    private static String broken(List<Run> group) {
        long lost = group.stream().mapToLong(run -> run.outcome().lost()).sum();
        long duplicated =
                group.stream().mapToLong(run -> run.outcome().duplicated()).sum();
        long reordered =
                group.stream().mapToLong(run -> run.outcome().reordered()).sum();
        return lost + ", " + duplicated + ", " + reordered;
    }

    private static String disturbed(List<Run> group) {
        return Long.toString(group.stream().filter(Run::disturbed).count());
    }
}
