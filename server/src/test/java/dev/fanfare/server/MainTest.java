package dev.fanfare.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void checkConfigShowsWhatHolds() {
        assertThat(run(Map.of("FANFARE_PORT", "7"), "check-config")).isEqualTo(Main.OK);
        assertThat(text(out))
                .contains("port: 7  # FANFARE_PORT\n", "key app-key\n")
                .doesNotContain("app-secret");
    }

    @Test
    void checkConfigShowsEveryProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("fanfare.yml"), "prot: 1\nhots: ::1\n");

        assertThat(run(Map.of(), "check-config", file.toString())).isEqualTo(Main.FAILED);
        assertThat(text(out)).contains("fanfare.yml:1: unknown key `prot`", "fanfare.yml:2: unknown key `hots`");
    }

    @Test
    void wrongConfigurationStopsTheStart() {
        assertThat(run(Map.of(), "--prot", "1")).isEqualTo(Main.WRONG_CONFIGURATION);
        assertThat(text(err)).isEqualTo("unknown argument `--prot`, did you mean `--port`?\nunknown argument `1`\n");
    }

    @Test
    void developmentAppIsNotServedToOthers() {
        assertThat(run(Map.of(), "server", "--port=0", "--host", "0.0.0.0")).isEqualTo(Main.WRONG_CONFIGURATION);
        assertThat(text(err)).contains("no app is configured", "FANFARE_APP_SECRET");
    }

    @Test
    void portThatIsTakenIsAFailureWithTheSettingsName() {
        try (Server server = Server.start(ServerConfig.development().withPort(0))) {
            assertThat(run(Map.of(), "--port", Integer.toString(server.port()))).isEqualTo(Main.FAILED);
            assertThat(text(err)).contains("is taken (setting `port`)");
        }
    }

    @Test
    void doctorNamesTheSettingOfAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(run(Map.of(), "doctor", "--port", port)).isEqualTo(Main.FAILED);
            assertThat(text(out)).contains("wrong Nothing can listen on 127.0.0.1:" + port, "set `port`");
        }
    }

    @Test
    void doctorTriesARunningServer() {
        try (Server server = Server.start(ServerConfig.development().withPort(0))) {
            assertThat(run(Map.of(), "doctor", "--url", "ws://127.0.0.1:" + server.port()))
                    .isEqualTo(Main.OK);
            assertThat(text(out)).contains("ok    Clients connect with the key of app app-id");
        }
    }

    @Test
    void doctorWantsAnAddress() {
        assertThat(run(Map.of(), "doctor", "--url=realtime")).isEqualTo(Main.WRONG_CONFIGURATION);
        assertThat(text(err)).contains("--url is `realtime`, expected an address");
    }

    @Test
    void folderThatCannotBeWrittenToIsAFailureWithTheSettingsName() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run(Map.of(), "--port", "0", "--data", file.resolve("below").toString()))
                .isEqualTo(Main.FAILED);
        assertThat(text(err)).contains("cannot be written to").contains("(setting `data`)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readOnlyFileSystemIsAFailureWithTheSettingsName() {
        assertThat(run(Map.of("FANFARE_DATA", "/proc/self"), "--port", "0")).isEqualTo(Main.FAILED);
        assertThat(text(err)).contains("cannot be written to").contains("(setting `data`)");
    }

    @Test
    void serverThatCouldNotStartLetsTheStoreGo() {
        String data = folder.resolve("data").toString();
        try (Server server = Server.start(ServerConfig.development().withPort(0))) {
            String taken = Integer.toString(server.port());
            assertThat(run(Map.of(), "--port", taken, "--data", data)).isEqualTo(Main.FAILED);
            assertThat(text(err)).contains("(setting `port`)");
        }
        Store.open(Path.of(data), InstantSource.system()).close();
    }

    @Test
    void trainingTouchesNeitherTheStoreNorAnEndpoint() {
        Path data = folder.resolve("data");
        assertThat(run(Map.of(), "server", "--train", "--data", data.toString(), "--webhook", "http://127.0.0.1:1/"))
                .as(text(err))
                .isEqualTo(Main.OK);
        assertThat(data).doesNotExist();
    }

    @Test
    void webhooksCommandSaysWhatItExpects() {
        for (String[] arguments : new String[][] {
            {"webhooks"}, {"webhooks", "lst"}, {"webhooks", "replay"}, {"webhooks", "replay", "--id", "1", "--all"}
        }) {
            assertThat(run(Map.of(), arguments)).isEqualTo(Main.WRONG_CONFIGURATION);
        }
        assertThat(text(err)).contains("expected `webhooks list`, `webhooks replay --all` or");
    }

    @Test
    void webhooksCommandNamesAServerWithoutWebhooks() {
        try (Server server = Server.start(ServerConfig.development().withPort(0))) {
            assertThat(run(Map.of(), "webhooks", "list", "--port", Integer.toString(server.port())))
                    .isEqualTo(Main.FAILED);
        }
        assertThat(text(err)).contains("app-id: the server has no webhooks");
    }

    @Test
    void trainingUsesAServerAndEndsWell() {
        assertThat(run(Map.of(), "server", "--train")).as(text(err)).isEqualTo(Main.OK);
    }

    @Test
    void unknownCommandIsNamed() {
        assertThat(run(Map.of(), "sevrer")).isEqualTo(Main.WRONG_CONFIGURATION);
        assertThat(text(err)).contains("unknown command `sevrer`, expected server");
    }

    @Test
    void helpExplainsEveryFlag() {
        assertThat(run(Map.of(), "server", "--help")).isEqualTo(Main.OK);
        assertThat(text(out))
                .contains("  --port  a whole number from 0 to 65535 (6001)\n")
                .doesNotContain("--train");
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Main(toOut, toErr, environment, () -> 0).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
