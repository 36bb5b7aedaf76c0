package dev.fanfare.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server in a process of its own. */
class PublishCommandIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private int run(String... flags) {
        return PublishCommand.run(List.of(flags), ROOT, folder, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private static String server() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' --enable-native-access=ALL-UNNAMED -cp '" + System.getProperty("java.class.path")
                + "' dev.fanfare.server.Main server --port {port} --no-limits";
    }

    @Test
    void everyLibraryPublishesWhatTheServerCounts() throws IOException {
        Path page = folder.resolve("page.md");

        int status = run(
                "--server",
                server(),
                "--first",
                "0",
                "--reps",
                "1",
                "--seconds",
                "0.3",
                "--warmup",
                "0.2",
                "--callers",
                "2,4",
                "--report",
                page.toString());

        assertThat(status).isZero();
        assertThat(Files.readString(page))
                .contains(
                        "pusher-http-java-1.3.4 on httpclient-",
                        "## 2 callers, as fast as it goes",
                        "## 4 callers at a fixed pace",
                        "| pusher-http-java, wide pool | 1 ",
                        "| SDK, pusher ",
                        "| SDK, pusher, coalescing ",
                        "| SDK, embedded ");
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("SDK, embedded, paced: ");
    }

    @Test
    void aFlagThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> run("--rounds", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rounds");
    }
}
