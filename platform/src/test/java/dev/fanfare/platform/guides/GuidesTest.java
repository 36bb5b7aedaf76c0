package dev.fanfare.platform.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.PlatformChannels;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides of the five systems say, done. What routes answer is the same on each database. */
class GuidesTest {
    private static RunningPlatform platform;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.on(Database.H2);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    static List<Guide> guides() throws IOException {
        return Guide.all();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void whatAGuideLeadsToIsThere(Guide guide) {
        assertThat(guide.links())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).exists());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aGuideNamesOnlyChannelsAndEventsThatThereAre(Guide guide) {
        Map<String, Set<String>> declared = PlatformChannels.registry().channels().stream()
                .collect(Collectors.toMap(
                        channel -> channel.pattern().toString(),
                        channel -> channel.events().stream()
                                .map(event -> event.name())
                                .collect(Collectors.toSet())));

        assertThat(guide.channels()).isNotEmpty().isSubsetOf(declared.keySet());
        assertThat(guide.events()).isNotEmpty().allSatisfy(named -> {
            String[] parts = named.split(" ", 2);
            assertThat(declared.get(parts[0])).as(named).contains(parts[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aGuideNamesOnlyRoutesThatThereAre(Guide guide) throws IOException, InterruptedException {
        Set<String> routes = platform.asNobody().get("/api/openapi.json").json().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation ->
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + Guide.nameless(path.getKey())))
                .collect(Collectors.toSet());

        assertThat(guide.routes()).isNotEmpty().isSubsetOf(routes);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theJavaOfAGuideCompiles(Guide guide) throws IOException {
        assertThat(guide.fences("java")).isNotEmpty();
        assertThat(JavaSamples.complaints(guide.fences("java"), folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theVariablesOfAGuideMakeAService(Guide guide) {
        for (String block : guide.fences("env")) {
            Map<String, String> variables = block.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
            try (var service = RealtimeServices.create(RealtimeSettings.fromEnvironment(variables))) {
                assertThat(service.getClientConfig().key()).isEqualTo("app-key");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theCommandsOfAGuideWorkAndAnswerWithTheFieldsThatItShows(Guide guide)
            throws IOException, InterruptedException {
        ShellSamples samples = ShellSamples.of(guide);
        Files.writeString(folder.resolve("guide.sh"), samples.script(platform.address("")));
        Process shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "guide.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(output).isZero();
        assertThat(samples.shown()).isNotEmpty();
        assertThat(samples.answered(output)).isEqualTo(samples.shown());
    }
}
