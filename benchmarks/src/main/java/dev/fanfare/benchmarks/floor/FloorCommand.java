package dev.fanfare.benchmarks.floor;

import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code bench floor PORT}: finds or builds the floor, and runs it. */
public final class FloorCommand {
    public static final String USAGE = """
            bench floor PORT [--java]       runs the floor: a server that does little more than the system calls
              --java                        the one in Java, also where a C compiler could build the one in C
            """;

    private static final List<String> SOURCES = List.of("floor.c", "channels.h", "sockets.h", "text.h", "handshake.h");

    private FloorCommand() {}

    /** Runs until the process is stopped. */
    public static int run(List<String> arguments, Path folder, PrintStream out) {
        if (arguments.isEmpty()
                || arguments.size() > 2
                || (arguments.size() == 2 && !arguments.get(1).equals("--java"))) {
            throw new IllegalArgumentException("bench floor: expected PORT and perhaps --java, got " + arguments);
        }
        int port = Integer.parseInt(arguments.getFirst());
        try {
            if (arguments.size() == 2) {
                out.println("floor: Java, 127.0.0.1:" + port);
                new JavaFloor(port).run();
                return 0;
            }
            List<String> command = command(arguments.getFirst(), folder);
            out.println("floor: " + String.join(" ", command));
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LoadFailure("The floor does not run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /**
     * What starts the floor: the one in C if there is a compiler, built into the folder; otherwise the one in Java.
     *
     * @param port a number, or what stands for it
     * @throws IOException if there is a compiler, and it refuses the sources
     */
    public static List<String> command(String port, Path folder) throws IOException {
        if (hasCompiler()) {
            return List.of(compile(folder).toString(), port);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fanfare.benchmarks.Main",
                "floor",
                port,
                "--java");
    }

    /** Whether {@code cc} is on the path. */
    public static boolean hasCompiler() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(":").splitAsStream(path).anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
    }

    private static Path compile(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String source : SOURCES) {
            try (InputStream text = FloorCommand.class.getResourceAsStream("/floor/" + source)) {
                if (text == null) {
                    throw new IOException("the sources of the floor are not on the class path: /floor/" + source);
                }
                Files.write(folder.resolve(source), text.readAllBytes());
            }
        }
        Path program = folder.resolve("floor");
        Process compiler = new ProcessBuilder(
                        "cc",
                        "-O2",
                        "-o",
                        program.toString(),
                        folder.resolve("floor.c").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.onExit().join().exitValue() != 0) {
            throw new IOException("cc refused the floor: " + said);
        }
        return program;
    }
}
