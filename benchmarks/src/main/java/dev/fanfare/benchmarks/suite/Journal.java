package dev.fanfare.benchmarks.suite;

import dev.fanfare.benchmarks.load.Json;
import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells as it goes: each run on the console, and as a JSON line in a file. */
public final class Journal {
    private final PrintStream out;
    private final Path file;
    private final List<String> failures = new ArrayList<>();
    private boolean broken;

    public Journal(PrintStream out, Path file) throws IOException {
        this.out = out;
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
    }

    /** A file of its own for the results of one command. */
    public static Path file(Path work) {
        String now = LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return work.resolve("results").resolve(now + ".jsonl");
    }

    void add(Run run) {
        out.println(run.server() + ", " + run.work() + (run.disturbed() ? " [DISTURBED]: " : ": ")
                + run.outcome().line());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("server", run.server());
        values.put("work", run.work());
        values.put("pair", run.pair());
        values.put("disturbed", run.disturbed());
        values.putAll(run.outcome().values());
        append(Json.object(values));
        broken |= !run.outcome().isIntact();
    }

    /** Takes figures that are no load run, as a line for people and as a JSON line. */
    public void add(String server, String line, String json) {
        out.println(server + ", " + line);
        append("{\"server\":\"" + server + "\"," + json.substring(1));
    }

    void failed(String work, String server, LoadFailure failure) {
        String line = server + ", " + work + ": FAILED: " + failure.getMessage();
        failures.add(line);
        out.println(line);
    }

    List<String> failures() {
        return failures;
    }

    /** 0 if all went well, 2 if a server misbehaved, 3 if a frame was lost, duplicated or reordered. */
    int exitStatus() {
        return broken ? 3 : failures.isEmpty() ? 0 : 2;
    }

    private void append(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
