package dev.fanfare.benchmarks.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a reader must know about where the figures come from. */
public final class Machine {
    private Machine() {}

    /** As items of a list, with the commit of the repository. */
    public static List<String> lines(Path root) {
        return List.of(
                "machine: " + cpu() + ", " + Runtime.getRuntime().availableProcessors() + " CPUs, " + memory(),
                "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK of the generator: " + System.getProperty("java.vm.version"),
                "commit: " + output(root, "git", "rev-parse", "--short=12", "HEAD")
                        + (output(root, "git", "status", "--porcelain").isEmpty() ? "" : ", with uncommitted changes"));
    }

    private static String cpu() {
        return after(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String memory() {
        return after(Path.of("/proc/meminfo"), "MemTotal") + " memory";
    }

    private static String after(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown"; // not Linux
        }
    }

    private static String output(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "unknown"; // no git here
        }
    }
}
