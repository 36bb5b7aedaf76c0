package dev.fanfare.benchmarks.suite;

import java.util.List;

/**
 * A server that takes part.
 *
 * @param command starts it in the foreground; {@code {port}} in it stands for the port it must listen on
 */
public record Contender(String name, List<String> command) {
    static final String FLOOR = "floor";

    /** One whose command is a line for the shell; the shell becomes it, so that the process measured is the server's. */
    public static Contender shell(String name, String command) {
        return new Contender(name, List.of("sh", "-c", "exec " + command));
    }

    List<String> commandFor(int port) {
        return command.stream()
                .map(part -> part.replace("{port}", Integer.toString(port)))
                .toList();
    }
}
