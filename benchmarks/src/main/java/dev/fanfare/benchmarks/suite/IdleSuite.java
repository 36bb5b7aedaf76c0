package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.IdleRun;
import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What idle connections cost, and how long a start takes: each reading wants a server that has done nothing yet. */
final class IdleSuite {
    /** Descriptors that this process and the server need beside those of the connections. */
    private static final int SPARE = 500;

    private static final double SETTLE_SECONDS = 3;

    private final List<Contender> contenders;
    private final Path folder;
    private final Journal journal;
    private final Map<String, List<IdleRun.Growth>> growths = new LinkedHashMap<>();
    private final Map<String, List<Double>> startMillis = new LinkedHashMap<>();

    IdleSuite(List<Contender> contenders, Path folder, Journal journal) {
        this.contenders = contenders;
        this.folder = folder;
        this.journal = journal;
    }

    void measureMemory(int times, boolean quick) {
        List<Integer> steps = steps(quick ? 2000 : 19_000);
        for (int i = 0; i < times; i++) {
            for (Contender contender : contenders) {
                try (RunningServer server = RunningServer.start(contender, folder)) {
                    IdleRun.Growth growth = new IdleRun(server.target(), steps, SETTLE_SECONDS, "").measure();
                    growths.computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                            .add(growth);
                    journal.add(contender.name(), growth.line(), growth.json());
                } catch (LoadFailure e) {
                    journal.failed("idle", contender.name(), e);
                }
            }
        }
    }

    void measureStart(int times) {
        for (int i = 0; i < times; i++) {
            for (Contender contender : contenders) {
                try (RunningServer server = RunningServer.start(contender, folder)) {
                    double millis = server.startNanos() / 1e6;
                    startMillis
                            .computeIfAbsent(contender.name(), _ -> new ArrayList<>())
                            .add(millis);
                    journal.add(
                            contender.name(),
                            "start: " + Numbers.brief(millis) + " ms",
                            "{\"mode\":\"start\",\"ms\":" + millis + "}");
                } catch (LoadFailure e) {
                    journal.failed("start", contender.name(), e);
                }
            }
        }
    }

    /** A thousand, about half of the rest, and all: as many as descriptors allow. */
    private static List<Integer> steps(int wanted) {
        int most = Math.min(wanted, openFiles() - SPARE);
        int first = Math.min(1000, most / 4);
        return List.of(first, (first + most) / 2, most);
    }

    private static int openFiles() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
                if (line.startsWith("Max open files")) {
                    String limit =
                            line.substring("Max open files".length()).strip().split(" ", 2)[0];
                    return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit);
                }
            }
        } catch (IOException e) {
            throw new LoadFailure("Cannot read /proc/self/limits: " + e.getMessage());
        }
        throw new LoadFailure("/proc/self/limits does not name the most open files");
    }

    List<Table> tables() {
        Table memory = new Table(
                "Memory of idle connections, each subscribed to a channel of its own",
                "server",
                "n",
                "connections",
                "bytes for each",
                "resident at the last, MB");
        growths.forEach((server, runs) -> memory.row(
                server,
                Integer.toString(runs.size()),
                runs.getFirst().range(),
                Numbers.spread(
                        runs.stream().map(IdleRun.Growth::bytesPerConnection).toList()),
                Numbers.spread(
                        runs.stream().map(IdleRun.Growth::residentMegabytes).toList())));
        Table start = new Table("Start of the process to the first accepted connection", "server", "n", "ms");
        startMillis.forEach(
                (server, millis) -> start.row(server, Integer.toString(millis.size()), Numbers.spread(millis)));
        return List.of(memory, start);
    }
}
