package dev.fanfare.benchmarks.load;

import dev.fanfare.benchmarks.load.LoadSpec.Mode;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code bench load MODE …}: one run from the console. */
public final class LoadCommand {
    public static final String USAGE = """
            bench load MODE [flags]         modes: fanout client-events publish presence idle
              --host H --port N             the server (127.0.0.1, 6001)
              --id I --key K --secret S     the app (app-id, app-key, app-secret)
              --pid PID                     the server's process on this machine: CPU and memory are read from /proc
              --conns N                     subscribers (fanout 1000), members who stay (presence 1000)
              --channels N                  channels the subscribers are spread over (fanout 1), rooms (client-events 500)
              --members N                   connections in each room (client-events 2)
              --churners N                  connections that join and leave without pause (presence 4)
              --size BYTES                  data of each event (100)
              --publishers N --depth N      HTTP connections (16), requests in flight on each (1)
              --inflight N                  closed loop: messages not yet delivered to everybody (16)
              --rate R | --delivery-rate R  open loop: messages or deliveries a second; latency counts from the time due
              --warmup S --seconds S        not counted (2), counted (3)
              --steps A,B,C --settle S      idle: connections at which memory is read (1000,10000,19000), pause before (3)
              --before-sample CMD           idle: run before each reading, for example: jcmd PID GC.run
            Ends with one line for people and one JSON line. Exit status: 0 fine, 2 the server misbehaved, 3 frames were lost,
            duplicated or reordered, 4 the target rate was not sustained, 64 wrong usage.
            """;

    private LoadCommand() {}

    /** Runs, prints, and tells the exit status. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("bench load: the mode is missing");
        }
        Flags flags = new Flags(arguments.subList(1, arguments.size()), Set.of());
        Target target = target(flags);
        if (arguments.getFirst().equals("idle")) {
            return idle(target, flags, out);
        }
        LoadSpec spec = spec(mode(arguments.getFirst()), flags);
        flags.finish();
        Outcome outcome = LoadRun.of(target, spec);
        out.println(outcome.line());
        out.println(outcome.json());
        return outcome.isIntact() ? outcome.isSustained() ? 0 : 4 : 3;
    }

    private static int idle(Target target, Flags flags, PrintStream out) {
        List<Integer> steps = List.of(flags.text("steps", "1000,10000,19000").split(",")).stream()
                .map(Integer::valueOf)
                .toList();
        IdleRun run = new IdleRun(target, steps, flags.decimal("settle", 3), flags.text("before-sample", ""));
        flags.finish();
        IdleRun.Growth growth = run.measure();
        out.println(growth.line());
        out.println(growth.json());
        return 0;
    }

    private static Mode mode(String label) {
        for (Mode mode : Mode.values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "Mode is " + label + ", expected fanout, client-events, publish, presence or idle");
    }

    private static Target target(Flags flags) {
        return new Target(
                flags.text("host", "127.0.0.1"),
                flags.number("port", 6001),
                flags.text("id", "app-id"),
                flags.text("key", "app-key"),
                flags.text("secret", "app-secret"),
                flags.number("pid", 0));
    }

    private static LoadSpec spec(Mode mode, Flags flags) {
        return new LoadSpec(
                mode,
                flags.number("conns", 1000),
                flags.number("channels", mode == Mode.CLIENT_EVENTS ? 500 : 1),
                flags.number("members", 2),
                flags.number("churners", 4),
                flags.number("size", 100),
                flags.number("publishers", 16),
                flags.number("depth", 1),
                flags.number("inflight", 16),
                flags.decimal("rate", 0),
                flags.decimal("delivery-rate", 0),
                flags.decimal("warmup", 2),
                flags.decimal("seconds", 3));
    }
}
