package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Linux says in {@code /proc} about one process. */
public final class ProcessFigures {
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final double TICK_SECONDS = 0.01;

    private final Path folder;

    /**
     * CPU use up to a moment.
     *
     * @param threadNanos time on a CPU of each thread, by thread id
     * @param userSeconds of the whole process, in steps of 10 ms
     * @param systemSeconds of the whole process, in steps of 10 ms
     */
    public record Cpu(Map<String, Long> threadNanos, double userSeconds, double systemSeconds) {
        /**
         * CPU seconds since an earlier moment: exact from the threads, unless some ended in between and took their share with
         * them; then from the process, whose figure is coarser.
         */
        public double secondsSince(Cpu earlier) {
            long nanos = 0;
            for (Map.Entry<String, Long> thread : threadNanos.entrySet()) {
                nanos += thread.getValue() - earlier.threadNanos.getOrDefault(thread.getKey(), 0L);
            }
            double byProcess = userSeconds + systemSeconds - earlier.userSeconds - earlier.systemSeconds;
            double byThreads = nanos / 1e9;
            return byProcess - byThreads > 3 * TICK_SECONDS ? byProcess : byThreads;
        }
    }

    public ProcessFigures(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(folder)) {
            throw new LoadFailure("There is no process " + pid + " in /proc");
        }
    }

    public Cpu cpu() {
        try {
            String stat = Files.readString(folder.resolve("stat"));
            List<String> fields = fields(stat.substring(stat.lastIndexOf(')') + 2));
            return new Cpu(
                    threadNanos(),
                    Long.parseLong(fields.get(11)) * TICK_SECONDS,
                    Long.parseLong(fields.get(12)) * TICK_SECONDS);
        } catch (IOException e) {
            throw new LoadFailure("Process in " + folder + " is gone: " + e, e);
        }
    }

    private Map<String, Long> threadNanos() throws IOException {
        Map<String, Long> nanos = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) {
                String line = scheduled(thread);
                if (!line.isEmpty()) {
                    nanos.put(
                            thread.getFileName().toString(),
                            Long.parseLong(fields(line).getFirst()));
                }
            }
        }
        return nanos;
    }

    private static List<String> fields(String line) {
        return SPACE.splitAsStream(line.strip()).toList();
    }

    private static String scheduled(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("schedstat"));
        } catch (NoSuchFileException _) {
            return ""; // ended since the folder was listed
        }
    }

    /** Resident memory in bytes. */
    public long residentBytes() {
        try {
            for (String line : Files.readAllLines(folder.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            throw new LoadFailure("Process in " + folder + " is gone: " + e, e);
        }
        throw new LoadFailure(folder + "/status has no VmRSS");
    }

    /** Seconds that all CPUs of the machine together were busy since it started. */
    public static double machineBusySeconds() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            List<String> fields = fields(lines.findFirst().orElseThrow());
            long ticks = 0;
            for (int field : new int[] {1, 2, 3, 6, 7}) {
                ticks += Long.parseLong(fields.get(field));
            }
            return ticks * TICK_SECONDS;
        } catch (IOException e) {
            throw new LoadFailure("Cannot read /proc/stat: " + e, e);
        }
    }
}
