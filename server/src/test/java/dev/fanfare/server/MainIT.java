package dev.fanfare.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server as a process of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MainIT {
    @Test
    void answersUntilItIsToldToStopAndThenEndsWithZero() throws IOException, InterruptedException {
        Process server = start("server", "--port", "0");
        try (BufferedReader out = reader(server)) {
            String greeting = out.readLine();
            assertThat(greeting).startsWith("Fanfare listens on http://127.0.0.1:");
            String address = greeting.substring(greeting.indexOf("http"), greeting.indexOf(" ("));
            assertThat(out.readLine()).isEqualTo("Development app: id app-id, key app-key, secret app-secret");
            assertThat(status(address + "/up")).isEqualTo(200);

            server.toHandle().destroy();

            assertThat(out.lines()).as("what is logged").isEmpty();
            assertThat(server.waitFor()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void startLoadsNothingThatIsNotConfigured() throws IOException, InterruptedException {
        Process server = start("-Xlog:class+load", "server", "--port", "0");
        try (BufferedReader out = reader(server)) {
            List<String> loaded = new ArrayList<>();
            String line = out.readLine();
            while (line != null && !line.startsWith("Fanfare listens")) {
                loaded.add(line);
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            assertThat(loaded)
                    .anyMatch(each -> each.contains(" dev.fanfare.server.Main "))
                    .noneMatch(each -> each.contains(" tools.jackson.")
                            || each.contains(" java.lang.management.")
                            || each.contains(" org.h2.")
                            || each.contains(" io.prometheus.")
                            || each.contains(" java.net.http.")
                            || each.contains(" dev.fanfare.server.webhook."));
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void wrongConfigurationEndsWithTwo() throws IOException, InterruptedException {
        Process server = start("server", "--host", "0.0.0.0");
        try (BufferedReader out = reader(server)) {
            assertThat(out.lines()).singleElement().asString().contains("no app is configured");
            assertThat(server.waitFor()).isEqualTo(2);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void startSaysWhichVariablesOfOtherServersItHasUnderstood() throws IOException, InterruptedException {
        ProcessBuilder command = command("server", "--port", "0");
        command.environment()
                .putAll(Map.of(
                        "SOKETI_DEFAULT_APP_ID", "7",
                        "SOKETI_DEFAULT_APP_KEY", "k",
                        "SOKETI_DEFAULT_APP_SECRET", "hush-hush",
                        "SOKETI_ADAPTER_DRIVER", "redis"));
        Process server = command.start();
        try (BufferedReader out = reader(server)) {
            assertThat(out.readLine()).startsWith("Fanfare listens on ");
            assertThat(out.readLine()).isEqualTo("App: 7");
            assertThat(out.readLine())
                    .isEqualTo("Understood of other servers: SOKETI_DEFAULT_APP_ID, SOKETI_DEFAULT_APP_KEY,"
                            + " SOKETI_DEFAULT_APP_SECRET");
            assertThat(out.readLine()).isEqualTo("Not understood, and without effect: SOKETI_ADAPTER_DRIVER");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void trainingEndsByItself() throws IOException, InterruptedException {
        Process server = start("server", "--train");
        try (BufferedReader out = reader(server)) {
            assertThat(out.lines()).isEmpty();
            assertThat(server.waitFor()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    /** As the launcher does. Standard error comes with standard output. An argument for the JVM stands first, if any. */
    private static Process start(String... arguments) throws IOException {
        return command(arguments).start();
    }

    private static ProcessBuilder command(String... arguments) throws IOException {
        int ofJvm = arguments[0].startsWith("-X") ? 1 : 0;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String line : Files.readAllLines(Path.of("../packaging/archive/lib/jvm.options"))) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                command.add(line);
            }
        }
        command.add("-Dio.netty.processId=1");
        command.addAll(Arrays.asList(arguments).subList(0, ofJvm));
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(Arrays.asList(arguments).subList(ofJvm, arguments.length));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Without a logging library that only tests bring along, and that Netty would take. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
