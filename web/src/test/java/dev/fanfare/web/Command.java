package dev.fanfare.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command in a folder, and keeps what it has written. */
final class Command {
    private static final long LIMIT_SECONDS = 240;

    private Command() {}

    /** How a command has ended. */
    record Outcome(int status, String log) {}

    /** Fails if the command does, with all that it has written. */
    static String succeeds(Path folder, String... command) throws IOException, InterruptedException {
        Outcome outcome = run(folder, command);
        assertThat(outcome.status()).as(outcome.log()).isZero();
        return outcome.log();
    }

    static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(Path.of("target"), "npm", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NEXT_TELEMETRY_DISABLED", "1");
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " did not end within " + LIMIT_SECONDS + " s");
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }
}
