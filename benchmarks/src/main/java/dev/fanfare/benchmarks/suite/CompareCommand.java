package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench compare}: fetches another server and runs it in turn with ours. */
public final class CompareCommand {
    public static final String USAGE = """
            bench compare PEER [flags]      fetches the peer into .fanfare/peers, then `bench run --peer` with its flags;
                                            peers: soketi (1.6.1, from npm, on linux-x64)
            """;

    private static final Map<String, String> SCRIPTS = Map.of("soketi", "benchmarks/src/main/peers/soketi.sh");

    private CompareCommand() {}

    /**
     * Installs the peer if it is not there, runs, and tells the exit status.
     *
     * @param root of the repository
     * @param work where the floor is built and results are kept
     * @throws IllegalArgumentException if no peer of that name is known
     * @throws LoadFailure if the peer cannot be installed here
     */
    public static int run(List<String> arguments, Path root, Path work, PrintStream out) {
        String peer = arguments.isEmpty() ? "missing" : arguments.getFirst();
        if (SCRIPTS.containsKey(peer)) {
            out.println("Installing " + peer + " into .fanfare/peers if it is not there ...");
        }
        List<String> flags = new ArrayList<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        flags.add("--peer");
        flags.add(peer + "=" + fetch(peer, root));
        return RunCommand.run(flags, "./fanfare bench compare " + String.join(" ", arguments), root, work, out);
    }

    /**
     * Installs the peer if it is not there.
     *
     * @return the command that becomes the peer on {@code {port}}
     */
    static String fetch(String peer, Path root) {
        String script = SCRIPTS.get(peer);
        if (script == null) {
            throw new IllegalArgumentException("Peer is " + peer + ", expected one of " + SCRIPTS.keySet());
        }
        String command = root.resolve(script).toString();
        String folder = root.resolve(".fanfare").resolve("peers").resolve(peer).toString();
        install(peer, List.of(command, "install", folder));
        return "'" + command + "' run '" + folder + "' {port}";
    }

    private static void install(String peer, List<String> command) {
        try {
            int status = new ProcessBuilder(command)
                    .inheritIO()
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new LoadFailure("Installing " + peer + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new LoadFailure("Installing " + peer + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Installing " + peer + " was interrupted");
        }
    }
}
