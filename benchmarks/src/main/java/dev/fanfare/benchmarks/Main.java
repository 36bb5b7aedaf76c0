package dev.fanfare.benchmarks;

import dev.fanfare.benchmarks.floor.FloorCommand;
import dev.fanfare.benchmarks.load.LoadCommand;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.platform.PlatformCommand;
import dev.fanfare.benchmarks.publish.PublishCommand;
import dev.fanfare.benchmarks.suite.CompareCommand;
import dev.fanfare.benchmarks.suite.RunCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code ./fanfare bench}: reads the command and calls what does it. */
public final class Main {
    private static final String JMH_USAGE = """
            bench jmh [REGEX] [JMH flags]   micro-benchmarks of the hot paths; -h lists JMH's own flags
            """;
    private static final int USAGE = 64;
    private static final Path ROOT =
            Path.of(System.getProperty("fanfare.home", ".")).toAbsolutePath().normalize();
    private static final Path WORK = ROOT.resolve(".fanfare").resolve("benchmarks");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return command(arguments, out);
        } catch (LoadFailure e) {
            err.println("bench: " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println("bench: " + e.getMessage() + "\nbench help explains the commands.");
            return USAGE;
        }
    }

    private static int command(List<String> arguments, PrintStream out) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "run" -> RunCommand.run(rest, ROOT, WORK, out);
            case "compare" -> CompareCommand.run(rest, ROOT, WORK, out);
            case "publish" -> PublishCommand.run(rest, ROOT, WORK, out);
            case "platform" -> PlatformCommand.run(rest, ROOT, WORK, out);
            case "load" -> LoadCommand.run(rest, out);
            case "jmh" -> jmh(rest);
            case "floor" -> FloorCommand.run(rest, WORK, out);
            case "help", "--help", "-h" -> {
                out.print(String.join(
                        "\n",
                        RunCommand.USAGE,
                        CompareCommand.USAGE,
                        PublishCommand.USAGE,
                        PlatformCommand.USAGE,
                        LoadCommand.USAGE,
                        FloorCommand.USAGE,
                        JMH_USAGE));
                yield 0;
            }
            default ->
                throw new IllegalArgumentException(
                        "Command is " + command + ", expected run, compare, publish, platform, load, floor or jmh");
        };
    }

    private static int jmh(List<String> arguments) {
        try {
            org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
            return 0;
        } catch (IOException e) {
            throw new LoadFailure("JMH failed: " + e.getMessage());
        }
    }
}
