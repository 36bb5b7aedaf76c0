package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tests in {@code js/}, each as a test of ours. They run before the first of these is asked for its result. */
final class NodeTests {
    private static final Path PROJECT = Path.of("js");
    private static final long LIMIT_SECONDS = 240;

    private NodeTests() {}

    /**
     * @param folder of the test files, below {@code js/}
     * @param port of the server under test
     * @param control where tests get servers of their own
     */
    static List<DynamicTest> run(String folder, int port, URI control) throws IOException, InterruptedException {
        return run(folder, port, Map.of("FANFARE_CONTROL", control.toString()));
    }

    /**
     * @param folder of the test files, below {@code js/}
     * @param port of the server under test, or of what stands in front of it
     * @param environment what else tests want to know
     */
    static List<DynamicTest> run(String folder, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FANFARE_PORT", Integer.toString(port));
        return run(folder, all);
    }

    /**
     * @param folder of the test files, below {@code js/}
     * @param environment what tests want to know
     */
    static List<DynamicTest> run(String folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-force-exit", "--test-concurrency=2"));
        command.addAll(List.of("--test-reporter=./lib/reporter.js", "--test-reporter-destination=stdout"));
        command.addAll(testFiles(folder));
        Path output = Files.createTempFile(Path.of("target").toAbsolutePath(), folder, ".jsonl");
        ProcessBuilder node = new ProcessBuilder(command);
        node.environment().putAll(environment);
        finish(node, output);
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode result = JsonMapper.shared().readTree(line);
            tests.add(DynamicTest.dynamicTest(
                    result.path("name").asString(),
                    () -> assertThat(result.path("passed").asBoolean())
                            .as(result.path("error").asString())
                            .isTrue()));
        }
        assertThat(tests).as("results of node --test in " + folder).isNotEmpty();
        return tests;
    }

    private static List<String> testFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
            return files.map(file -> PROJECT.relativize(file).toString())
                    .filter(file -> file.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
    }

    /** Installs what the lockfile names, unless it is there already. */
    private static void install() throws IOException, InterruptedException {
        Path installed = PROJECT.resolve("node_modules/.package-lock.json");
        Path wanted = PROJECT.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
            return;
        }
        Path output = Path.of("target/npm-ci.log").toAbsolutePath();
        ProcessBuilder npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assertThat(finish(npm, output))
                .as("npm ci: " + Files.readString(output))
                .isZero();
    }

    private static int finish(ProcessBuilder command, Path output) throws IOException, InterruptedException {
        Process process = command.directory(PROJECT.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(command.command() + " did not end within " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }
}
