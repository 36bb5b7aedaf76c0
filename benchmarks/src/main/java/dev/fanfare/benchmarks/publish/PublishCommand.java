package dev.fanfare.benchmarks.publish;

import com.pusher.rest.Pusher;
import dev.fanfare.benchmarks.load.Flags;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import dev.fanfare.benchmarks.suite.Contender;
import dev.fanfare.benchmarks.suite.Journal;
import dev.fanfare.benchmarks.suite.Machine;
import dev.fanfare.benchmarks.suite.RunningServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.http.client.HttpClient;

/** {@code bench publish}: our SDK and {@code pusher-http-java} in turn, against the same server. */
public final class PublishCommand {
    public static final String USAGE = """
            bench publish [flags]           what publishing costs an application: the SDK beside pusher-http-java, in turn
              --reps N                      counted rounds with each number of callers (8)
              --seconds S --warmup S        of each window (1.5, 0.5)
              --first N                     uncounted windows of each library before all rounds (4)
              --callers A,B                 threads that publish at the same time, one number behind the other (8,64)
              --channels N --size CHARS     channels they go round (16), the text in each event (100)
              --share S                     the paced load, as a share of pusher-http-java's speed in the round (0.5)
              --server CMD                  the server's command, {port} in it (./fanfare server --port {port} --no-limits)
              --report FILE                 also writes the tables as a Markdown page
            Exit status: 0 fine, 2 an event was refused, or the server counts others than were answered.
            """;

    private PublishCommand() {}

    /**
     * Runs, prints, and tells the exit status.
     *
     * @param root of the repository
     * @param work where results are kept
     */
    public static int run(List<String> arguments, Path root, Path work, PrintStream out) {
        Flags flags = new Flags(arguments, Set.of());
        Load load = new Load(
                1,
                flags.number("channels", 16),
                flags.number("size", 100),
                0,
                flags.decimal("warmup", 0.5),
                flags.decimal("seconds", 1.5));
        List<Load> loads = List.of(flags.text("callers", "8,64").split(",")).stream()
                .map(callers -> load.by(Integer.parseInt(callers)))
                .toList();
        Rounds.Plan plan =
                new Rounds.Plan(flags.number("first", 4), flags.number("reps", 8), flags.decimal("share", 0.5));
        String report = flags.text("report", "");
        Contender server = Contender.shell(
                "fanfare", flags.text("server", root.resolve("fanfare") + " server --port {port} --no-limits"));
        flags.finish();
        try {
            Path results = Journal.file(work);
            List<Rounds> rounds = measure(server, loads, plan, work, new Journal(out, results));
            String page = page(root, "./fanfare bench publish " + String.join(" ", arguments), plan, rounds);
            out.println("\n" + page + "Every run: " + results);
            if (!report.isEmpty()) {
                Files.writeString(Path.of(report), page);
            }
            return 0;
        } catch (IOException e) {
            throw new LoadFailure("Files cannot be written: " + e);
        }
    }

    private static List<Rounds> measure(
            Contender contender, List<Load> loads, Rounds.Plan plan, Path work, Journal journal) {
        List<Library> libraries = new ArrayList<>();
        try (RunningServer server = RunningServer.start(contender, work)) {
            Target target = server.target();
            libraries.add(PusherLibrary.stock(target));
            libraries.add(PusherLibrary.wide(
                    target, loads.stream().mapToInt(Load::callers).max().orElseThrow()));
            libraries.add(SdkLibrary.pusher(target, false));
            libraries.add(SdkLibrary.pusher(target, true));
            libraries.add(SdkLibrary.embedded());
            return loads.stream()
                    .map(load -> new Rounds(libraries, target.pid(), journal).measure(load, plan))
                    .toList();
        } finally {
            libraries.forEach(Library::close);
        }
    }

    private static String page(Path root, String command, Rounds.Plan plan, List<Rounds> rounds) {
        Load load = rounds.getFirst().windows().getFirst().getFirst().load();
        StringBuilder page = new StringBuilder("# Publishing from Java, measured on "
                + LocalDateTime.now(ZoneId.systemDefault()).toLocalDate() + "\n\n    " + command.strip() + "\n\n");
        Machine.lines(root).forEach(line -> page.append("* ").append(line).append('\n'));
        page.append("* libraries: the SDK of the commit, ")
                .append(jar(Pusher.class))
                .append(" on ");
        page.append(jar(HttpClient.class)).append('\n');
        page.append("* load: ")
                .append(load.channels())
                .append(" channels, an object with a text of ")
                .append(load.size())
                .append(" characters\n");
        page.append(
                        "* figures: median (min..max) of n rounds, libraries in turn; ÷: by that of pusher-http-java in the same round\n")
                .append("* pace: ")
                .append(plan.share())
                .append(" of what pusher-http-java has reached in the same round\n\n");
        rounds.forEach(each -> new PublishTables(each.windows()).all().forEach(table -> page.append(table.markdown())));
        return page.toString();
    }

    /** The name of the file a class comes from, which has the version. */
    private static String jar(Class<?> type) {
        return String.valueOf(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getFileName())
                .replace(".jar", "");
    }
}
