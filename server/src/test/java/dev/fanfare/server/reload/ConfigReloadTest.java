package dev.fanfare.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.ConfigReader;
import dev.fanfare.server.config.EffectiveConfig;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.testsupport.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReloadTest {
    private static final String APP = "apps:\n  - {id: one, key: k1, secret: hush}\n";

    @TempDir
    private Path folder;

    private final LogCapture log = new LogCapture(ConfigReload.class);
    private final List<ServerConfig> taken = new ArrayList<>();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void anotherAppIsTaken() throws IOException {
        ConfigReload reload = started(APP);

        change(APP + "  - {id: two, key: k2, secret: hush}\n");
        reload.reload();

        assertThat(taken)
                .singleElement()
                .satisfies(config -> assertThat(config.apps()).hasSize(2));
        assertThat(log.lines()).containsExactly("INFO The changed configuration is in force");
    }

    @Test
    void whatNeedsARestartIsNamedEachTimeUntilItIsAsItWas() throws IOException {
        ConfigReload reload = started(APP);

        change("port: 7001\ntransport:\n  kind: nio\nlog:\n  level: debug\n" + APP);
        reload.reload();
        change("port: 7001\n" + APP);
        reload.reload();
        change(APP);
        reload.reload();

        assertThat(taken).hasSize(3);
        assertThat(log.lines())
                .containsExactly(
                        "WARNING The changed configuration is in force, but for what needs a restart: port, transport.kind",
                        "WARNING The changed configuration is in force, but for what needs a restart: port",
                        "INFO The changed configuration is in force");
    }

    @Test
    void anInvalidFileChangesNothingAndIsExplainedAsByCheckConfig() throws IOException {
        ConfigReload reload = started(APP);

        change("prot: 7001\napps:\n  - {id: one, key: k1, secret: hush, limits: {connections: many}}\n");
        reload.reload();

        assertThat(taken).isEmpty();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "SEVERE The changed configuration is not taken, and what was stays in force: fanfare.yaml:1: ")
                .contains("unknown key `prot`, did you mean `port`?")
                .contains("; fanfare.yaml:3: `apps[0].limits.connections` is `many`")
                .doesNotContain("hush");
    }

    @Test
    void aFileThatIsGoneChangesNothing() throws IOException {
        ConfigReload reload = started(APP);

        Files.delete(folder.resolve("fanfare.yaml"));
        reload.reload();

        assertThat(taken).isEmpty();
        assertThat(log.lines()).singleElement().asString().contains("does not exist");
    }

    @Test
    void anotherSecretIsAChangeAlthoughItIsNotShown() throws IOException {
        ConfigReload reload = started(APP);

        change(APP.replace("hush", "hush2"));
        reload.reload();

        assertThat(log.lines()).containsExactly("INFO The changed configuration is in force");
    }

    @Test
    void noWebhookNeedsARestart() throws IOException {
        ConfigReload without = started(APP);
        change("webhook: http://127.0.0.1:1/\n" + APP);
        without.reload();

        ConfigReload with = started("webhook: http://127.0.0.1:1/\n" + APP);
        change("webhook: http://127.0.0.1:2/\n" + APP);
        with.reload();

        assertThat(log.lines())
                .containsExactly(
                        "INFO The changed configuration is in force", "INFO The changed configuration is in force");
    }

    @Test
    void aCommentIsNoChangeThatAnybodyIsToldOf() throws IOException {
        ConfigReload reload = started(APP);

        change(APP + "# said by nobody\n");
        reload.reload();

        assertThat(taken).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    private ConfigReload started(String yaml) throws IOException {
        change(yaml);
        return new ConfigReload(read(), this::read, taken::add);
    }

    private EffectiveConfig read() {
        return ConfigReader.read(
                List.of("--config", folder.resolve("fanfare.yaml").toString()), Map.of());
    }

    private void change(String yaml) throws IOException {
        Files.writeString(folder.resolve("fanfare.yaml"), yaml);
    }
}
