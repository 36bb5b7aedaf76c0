package dev.fanfare.conformance;

import dev.fanfare.server.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server as a process of its own, on a free port, with the development app. */
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader output;
    private final URI uri;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        uri = address();
    }

    /** @param options of the JVM */
    static ServerProcess start(List<String> options, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Main.class.getName(), "server", "--port", "0"));
        command.addAll(Arrays.asList(flags));
        return start(new ProcessBuilder(command));
    }

    /** @param command which becomes the server */
    static ServerProcess start(ProcessBuilder command) throws IOException {
        return new ServerProcess(command.redirectErrorStream(true).start());
    }

    /** Runs a command to its end, and returns what it said. */
    static String output(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Without a logging library that only tests bring along, and that Netty would take. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private URI address() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Fanfare listens on ")) {
                return URI.create(line.substring(line.indexOf("http"), line.indexOf(" (")));
            }
            said.append(line).append('\n');
        }
        throw new IOException("The server did not start:\n" + said);
    }

    URI uri() {
        return uri;
    }

    URI webSocket() {
        return URI.create("ws://" + uri.getAuthority() + "/app/app-key?protocol=7");
    }

    /** The next line of what it says that contains the text. */
    String awaitLine(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new IOException("The server ended without saying: " + text);
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL, and waits for the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The server has not ended within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
