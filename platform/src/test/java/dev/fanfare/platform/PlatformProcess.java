package dev.fanfare.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in a process that can be killed. Safe to use from several threads. */
public final class PlatformProcess implements AutoCloseable {
    private static final String GREETING = "Listens on ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    private PlatformProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** The address of a database in a folder, which it survives in as it does by default. */
    public static String databaseIn(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("platform")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    /** Starts one, as {@link RunningPlatform#start} does, whose limits stand in nobody's way. */
    public static PlatformProcess start(String databaseUrl, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlatformProcess.class.getName(),
                databaseUrl,
                "--platform.rate-limits.factor=10000"));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(GREETING)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
                return new PlatformProcess(process, line.substring(GREETING.length()));
            }
            said.add(line);
        }
        throw new AssertionError("The platform did not start: " + String.join("\n", said));
    }

    /** Becomes one, and says where it listens. */
    public static void main(String[] arguments) {
        List<String> settings = List.of(arguments).subList(1, arguments.length);
        RunningPlatform platform = RunningPlatform.start(arguments[0], settings.toArray(String[]::new));
        System.out.println(GREETING + platform.address(""));
    }

    /** Where it listens, without a slash at its end. */
    public String address() {
        return address;
    }

    /** What somebody sends to be known by. */
    public String token(String name) throws IOException, InterruptedException {
        return json(post("", "/api/sessions", "{\"email\":\"" + name + "@demo.test\",\"password\":\"fanfare\"}"))
                .path("token")
                .asString();
    }

    /** @param token empty for nobody */
    public HttpResponse<String> post(String token, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** As {@code kill -9} does; returns once it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
