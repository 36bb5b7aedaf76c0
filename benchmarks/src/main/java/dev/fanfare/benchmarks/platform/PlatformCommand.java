package dev.fanfare.benchmarks.platform;

import dev.fanfare.benchmarks.load.Flags;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import dev.fanfare.benchmarks.load.Waiting;
import dev.fanfare.benchmarks.suite.Contender;
import dev.fanfare.benchmarks.suite.Journal;
import dev.fanfare.benchmarks.suite.Machine;
import dev.fanfare.benchmarks.suite.Numbers;
import dev.fanfare.benchmarks.suite.RunningServer;
import dev.fanfare.benchmarks.suite.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench platform}: messages of two users through the whole platform, its database and its server. */
public final class PlatformCommand {
    public static final String USAGE = """
            bench platform [flags]          from the request that sends a message to the frame at a client, through the platform
              --rates A,B                   messages a second, in turn (50,100,200,400)
              --reps N                      times all rates are measured (3)
              --seconds S --warmup S        of each window (10, 3)
              --first S                     uncounted seconds at 200 a second before everything (20)
              --senders N --size CHARS      threads that wait for answers (32), text of each message (100)
              --server CMD                  the platform's command, {port} and {data} in it (./fanfare up with embedded database)
              --report FILE                 also writes the table as a Markdown page
            Exit status: 0 fine, 2 a message was refused, lost, or heard twice.
            """;

    private static final long READY_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 200_000_000L;
    private static final double FIRST_RATE = 200;

    private PlatformCommand() {}

    /**
     * Runs, prints, and tells the exit status.
     *
     * @param root of the repository
     * @param work where results are kept
     */
    public static int run(List<String> arguments, Path root, Path work, PrintStream out) {
        Flags flags = new Flags(arguments, Set.of());
        MessageLoad.Plan plan = new MessageLoad.Plan(
                FIRST_RATE, 0, flags.decimal("first", 20), flags.number("senders", 32), flags.number("size", 100));
        List<MessageLoad.Plan> plans = Stream.of(
                        flags.text("rates", "50,100,200,400").split(","))
                .map(rate -> new MessageLoad.Plan(
                        Double.parseDouble(rate),
                        flags.decimal("warmup", 3),
                        flags.decimal("seconds", 10),
                        plan.senders(),
                        plan.size()))
                .toList();
        int reps = flags.number("reps", 3);
        String report = flags.text("report", "");
        String command = flags.text(
                "server",
                root.resolve("fanfare") + " up --port {port} --realtime-port 0 --data {data}"
                        + " --platform.rate-limits.factor=1000000");
        flags.finish();
        Path data = work.resolve("platform-data");
        try {
            empty(data);
            Path results = Journal.file(work);
            Contender platform = Contender.shell("platform", command.replace("{data}", data.toString()));
            List<MessageWindow> windows = measure(platform, work, plan, plans, reps, new Journal(out, results));
            String page = page(root, "./fanfare bench platform " + String.join(" ", arguments), plan, windows);
            out.println("\n" + page + "Every run: " + results);
            if (!report.isEmpty()) {
                Files.writeString(Path.of(report), page);
            }
            return 0;
        } catch (IOException e) {
            throw new LoadFailure("Files cannot be written: " + e);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<MessageWindow> measure(
            Contender contender,
            Path work,
            MessageLoad.Plan first,
            List<MessageLoad.Plan> plans,
            int reps,
            Journal journal) {
        List<MessageWindow> windows = new ArrayList<>();
        try (RunningServer server = RunningServer.start(contender, work)) {
            Target target = server.target();
            PlatformApi anybody = PlatformApi.of(target.uri());
            PlatformApi ada = whenReady(anybody, "ada");
            List<PlatformApi> users = List.of(ada, anybody.signedIn("bob"));
            if (first.seconds() > 0) {
                MessageLoad.run(first, conversation(ada, "first"), users, target.pid());
            }
            for (int round = 1; round <= reps; round++) {
                for (MessageLoad.Plan plan : plans) {
                    String subject = round + "-" + Math.round(plan.perSecond());
                    MessageWindow window = MessageLoad.run(plan, conversation(ada, subject), users, target.pid());
                    windows.add(window);
                    journal.add(
                            "platform", window.line(), JsonMapper.shared().writeValueAsString(window.values(round)));
                }
            }
        }
        return windows;
    }

    /** It listens a moment before the demo accounts are there. */
    private static PlatformApi whenReady(PlatformApi anybody, String name) {
        long end = System.nanoTime() + READY_NANOS;
        while (true) {
            try {
                return anybody.signedIn(name);
            } catch (LoadFailure e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Waiting.until(System.nanoTime() + POLL_NANOS);
            }
        }
    }

    private static String conversation(PlatformApi ada, String subject) {
        String body = "{\"participantId\":\"bob\",\"subject\":{\"type\":\"bench\",\"id\":\"" + subject
                + "\",\"title\":\"Bench\"}}";
        return ada.json("/api/conversations", body).path("id").asString();
    }

    private static String page(Path root, String command, MessageLoad.Plan plan, List<MessageWindow> windows) {
        StringBuilder page = new StringBuilder("# Messages through the platform, measured on "
                + LocalDateTime.now(ZoneId.systemDefault()).toLocalDate() + "\n\n    " + command.strip() + "\n\n");
        Machine.lines(root).forEach(line -> page.append("* ").append(line).append('\n'));
        page.append("* load: two users who write to each other in one conversation, texts of ")
                .append(plan.size())
                .append(" characters; each reads once a second\n")
                .append("* figures: median (min..max) of the rounds; ms from the time a message was due\n\n");
        Table table = new Table(
                "From request to frame",
                "messages a second",
                "n",
                "frame p50, ms",
                "p95",
                "p99",
                "max",
                "answer p50, ms",
                "p95",
                "platform's CPU for each, ms",
                "others' share of the machine, %");
        windows.stream().map(window -> window.plan().perSecond()).distinct().forEach(rate -> {
            List<MessageWindow> rounds = windows.stream()
                    .filter(window -> window.plan().perSecond() == rate)
                    .toList();
            table.row(
                    Long.toString(Math.round(rate)),
                    Integer.toString(rounds.size()),
                    figure(rounds, window -> window.deliveryMillis(50)),
                    figure(rounds, window -> window.deliveryMillis(95)),
                    figure(rounds, window -> window.deliveryMillis(99)),
                    figure(rounds, window -> window.deliveryMillis(100)),
                    figure(rounds, window -> window.answerMillis(50)),
                    figure(rounds, window -> window.answerMillis(95)),
                    figure(rounds, MessageWindow::cpuMillisPerMessage),
                    figure(rounds, window -> 100 * window.cpu().foreignShare()));
        });
        return page + table.markdown();
    }

    private static String figure(List<MessageWindow> windows, ToDoubleFunction<MessageWindow> figure) {
        return Numbers.spread(
                windows.stream().map(window -> figure.applyAsDouble(window)).toList());
    }
}
