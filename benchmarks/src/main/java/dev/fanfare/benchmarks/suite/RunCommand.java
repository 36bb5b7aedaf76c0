package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.floor.FloorCommand;
import dev.fanfare.benchmarks.load.Flags;
import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code bench run}: everything that is published, against the server and the floor in turn. */
public final class RunCommand {
    public static final String USAGE = """
            bench run [flags]               the published figures: server and floor in turn, then tables
              --suite A,B                   fanout,rooms,publish,client-events,presence,latency,idle,start (all of them)
              --reps N                      counted runs of each work against each server (5); starts: twice as many
              --seconds S --warmup S        of each run (3, 2)
              --quick                       one short run of the headlines only, to see that everything works
              --server CMD                  the server's command, {port} in it (./fanfare server --port {port} --no-limits)
              --peer NAME=CMD               another server with the same app; may be repeated
              --report FILE                 also writes the tables as a Markdown page
            Runs that others disturbed are repeated, and marked if it did not help. Exit status: 0 fine, 2 a server
            misbehaved, 3 frames were lost, duplicated or reordered.
            """;

    private static final String ALL = "fanout,rooms,publish,client-events,presence,latency,idle,start";

    private final Path work;
    private final PrintStream out;
    private final Flags flags;

    private RunCommand(Path work, PrintStream out, Flags flags) {
        this.work = work;
        this.out = out;
        this.flags = flags;
    }

    /**
     * Runs, prints, and tells the exit status.
     *
     * @param root of the repository
     * @param work where the floor is built and results are kept
     */
    public static int run(List<String> arguments, Path root, Path work, PrintStream out) {
        return run(arguments, "./fanfare bench run " + String.join(" ", arguments), root, work, out);
    }

    /** @param command what the page says was run */
    static int run(List<String> arguments, String command, Path root, Path work, PrintStream out) {
        try {
            return new RunCommand(work, out, new Flags(arguments, Set.of("quick"))).run(root, command);
        } catch (IOException e) {
            throw new LoadFailure("Files cannot be written: " + e);
        }
    }

    private int run(Path root, String command) throws IOException {
        boolean quick = flags.has("quick");
        int pairs = flags.number("reps", quick ? 1 : 5);
        Work.Length length =
                new Work.Length(flags.decimal("warmup", quick ? 1 : 2), flags.decimal("seconds", quick ? 1 : 3), quick);
        List<Contender> contenders = contenders(root);
        List<String> suites = List.of(flags.text("suite", ALL).split(","));
        String report = flags.text("report", "");
        flags.finish();
        Path results = Journal.file(work);
        Journal journal = new Journal(out, results);
        LoadSuite load = new LoadSuite(contenders, pairs, journal);
        IdleSuite idle = new IdleSuite(contenders, work, journal);
        for (String suite : suites) {
            switch (suite) {
                case "idle" -> idle.measureMemory(pairs, quick);
                case "start" -> idle.measureStart(2 * pairs);
                default -> load.measure(Work.of(suite, length), work);
            }
        }
        LoadTables tables = new LoadTables(load.runs());
        List<Table> all = new ArrayList<>(List.of(tables.throughput(), tables.latency()));
        all.addAll(idle.tables());
        String page = page(root, command, contenders, all, journal.failures());
        out.println("\n" + page + "Every run: " + results);
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), page);
        }
        return journal.exitStatus();
    }

    private List<Contender> contenders(Path root) throws IOException {
        List<Contender> contenders = new ArrayList<>();
        String ours = root.resolve("fanfare") + " server --port {port} --no-limits";
        contenders.add(Contender.shell("fanfare", flags.text("server", ours)));
        for (String peer : flags.all("peer")) {
            int equals = peer.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--peer is " + peer + ", expected NAME=COMMAND");
            }
            contenders.add(Contender.shell(peer.substring(0, equals), peer.substring(equals + 1)));
        }
        contenders.add(new Contender(Contender.FLOOR, FloorCommand.command("{port}", work)));
        return contenders;
    }

    private static String page(
            Path root, String command, List<Contender> contenders, List<Table> tables, List<String> failures) {
        StringBuilder page = new StringBuilder(
                "# Measured on " + LocalDateTime.now(ZoneId.systemDefault()).toLocalDate() + "\n\n");
        page.append("    ").append(command).append("\n\n");
        Machine.lines(root).forEach(line -> page.append("* ").append(line).append('\n'));
        for (Contender contender : contenders) {
            String started = String.join(" ", contender.command()).replace(root + "/", "./");
            page.append("* ")
                    .append(contender.name())
                    .append(": `")
                    .append(started)
                    .append("`\n");
        }
        page.append("* floor: ").append(FloorCommand.hasCompiler() ? "in C" : "in Java: no C compiler here");
        page.append("\n* figures: median (min..max) of n runs, servers in turn\n\n");
        tables.stream().filter(table -> !table.isEmpty()).forEach(table -> page.append(table.markdown()));
        if (!failures.isEmpty()) {
            page.append("## Failed\n\n");
            failures.forEach(failure -> page.append("* ").append(failure).append('\n'));
        }
        return page.toString();
    }
}
