package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanfare.engine.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    private static final String APP = "{id: 1, key: k, secret: hush-hush}";

    @TempDir
    private Path folder;

    @Test
    void laterSourcesOverrideEarlierOnes() throws IOException {
        Path file = file("port: 1\nhost: localhost\npath-prefix: /file\n");
        Map<String, String> environment = Map.of("FANFARE_PORT", "2", "FANFARE_HOST", "127.0.0.2");

        ServerConfig config = ConfigReader.read(List.of("--port", "3", "--config", file.toString()), environment)
                .config();

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.host()).isEqualTo("127.0.0.2");
        assertThat(config.pathPrefix()).isEqualTo("/file");
    }

    @Test
    void withoutAnySourceThereIsTheDevelopmentAppOnLoopback() {
        ServerConfig config =
                ConfigReader.read(List.of(), Map.of("PATH", "/bin")).config();

        assertThat(config).isEqualTo(ServerConfig.development());
        assertThat(config.apps()).extracting(App::id).containsExactly("app-id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "prot: 1 | fanfare.yml:1: unknown key `prot`, did you mean `port`?",
                "loops: 2 | fanfare.yml:1: unknown key `loops`, did you mean `transport.loops`?",
                "app: [] | fanfare.yml:1: unknown key `app`, did you mean `apps`?",
                "client-events: true | fanfare.yml:1: unknown key `client-events`, did you mean `apps[0].client-events`?",
                "zzzzzzzzzz: true | fanfare.yml:1: unknown key `zzzzzzzzzz`",
                "api: {maxBodySize: 1MB} | fanfare.yml:1: unknown key `api.maxBodySize`, did you mean `max-body-size`?",
                "port: many | fanfare.yml:1: `port` is `many`, expected a whole number from 0 to 65535",
                "port: 65536 | fanfare.yml:1: `port` is 65536, expected a whole number from 0 to 65535",
                "port: [1, 2] | fanfare.yml:1: `port` is a list, expected a whole number from 0 to 65535",
                "port: {a: 1} | fanfare.yml:1: `port` is a group of settings, expected a whole number from 0 to 65535",
                "port: | fanfare.yml:1: `port` is empty, expected a whole number from 0 to 65535",
                "no-limits: yes | fanfare.yml:1: `no-limits` is `yes`, expected true or false",
                "api: 3 | fanfare.yml:1: `api` is a single value, expected a group of settings",
                "api: {max-body-size: 1} | fanfare.yml:1: `api.max-body-size` is 1B,"
                        + " expected a size from 10KB to 64MB such as 10KB",
                "log: {format: xml} | fanfare.yml:1: `log.format` is `xml`, expected text or json",
                "heartbeat: {pong-timeout: 30} | fanfare.yml:1: `heartbeat.pong-timeout` is `30`,"
                        + " expected a time of whole seconds from 1s to 5m",
                "heartbeat: {pong-timeout: 1500ms} | fanfare.yml:1: `heartbeat.pong-timeout` is 1500ms,"
                        + " expected a time of whole seconds from 1s to 5m",
                "path-prefix: /a/ | fanfare.yml:1: `path-prefix` is /a/, expected nothing,"
                        + " or a path that begins with / and does not end with it, such as /realtime",
                "apps: {id: 1} | fanfare.yml:1: `apps` is a group of settings, expected a list of apps",
                "apps: [3] | fanfare.yml:1: `apps[0]` is a single value, expected an app's settings",
                "[] | fanfare.yml:1: the file is a list, expected a group of settings",
            })
    void wrongFileIsExplained(String yaml, String problem) throws IOException {
        assertThat(problems(yaml)).contains(problem);
    }

    @Test
    void misspeltLimitOfTheSecondAppIsNamedWithItsLine() throws IOException {
        String yaml =
                "apps:\n  - " + APP + "\n  - id: 2\n    key: j\n    secret: s\n    limits:\n      conections: 5\n";

        assertThat(problems(yaml))
                .containsExactly("fanfare.yml:7: unknown key `apps[1].limits.conections`, did you mean `connections`?");
    }

    @Test
    void allProblemsOfAllSourcesAreReportedTogether() throws IOException {
        Path file = file("prot: 1\nlog:\n  level: loud\napps:\n  - id: 1\n");

        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> ConfigReader.read(
                        List.of("--config=" + file, "--hots", "::1", "--port", "--no-limits=maybe"),
                        Map.of("FANFARE_LOG_FORMT", "json", "FANFARE_PORT", "-1")));

        assertThat(refused.problems())
                .containsExactly(
                        "fanfare.yml:1: unknown key `prot`, did you mean `port`?",
                        "fanfare.yml:3: `log.level` is `loud`, expected trace, debug, info, warning, error or off",
                        "FANFARE_PORT is -1, expected a whole number from 0 to 65535",
                        "unknown environment variable `FANFARE_LOG_FORMT`, did you mean `FANFARE_LOG_FORMAT`?",
                        "unknown argument `--hots`, did you mean `--host`?",
                        "unknown argument `::1`",
                        "--port has no value",
                        "--no-limits is `maybe`, expected true or false",
                        "`apps[0].key` is not set, expected a text without spaces",
                        "`apps[0].secret` is not set, expected a text");
    }

    @Test
    void twoAppsMayNotShareAnIdOrAKey() throws IOException {
        assertThat(problems("apps:\n  - " + APP + "\n  - " + APP + "\n"))
                .containsExactly(
                        "`apps[1].id` is `1`, which another app has, expected one of its own",
                        "`apps[1].key` is `k`, which another app has, expected one of its own");
    }

    @Test
    void keyThatComesTwiceIsRefused() throws IOException {
        assertThat(problems("port: 1\nport: 2\n")).containsExactly("fanfare.yml:2: `port` is set twice, expected once");
    }

    @Test
    void secondDocumentIsRefused() throws IOException {
        assertThat(problems("port: 1\n---\nport: 2\n"))
                .containsExactly("fanfare.yml:3: a second document begins, expected one");
    }

    @Test
    void emptyFileSetsNothing() throws IOException {
        assertThat(ConfigReader.read(List.of("--config", file("# nothing\n").toString()), Map.of())
                        .config())
                .isEqualTo(ServerConfig.development());
    }

    @Test
    void missingFileIsNamed() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.read(List.of("--config", "/no/such.yml"), Map.of()));

        assertThat(refused.problems()).containsExactly("configuration file `/no/such.yml` does not exist");
    }

    @Test
    void variablesForTheOnlyAppAreRefusedIfThereAreTwo() throws IOException {
        Path file = file("apps:\n  - " + APP + "\n  - {id: 2, key: j, secret: s}\n");

        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> ConfigReader.read(List.of("--config", file.toString()), Map.of("FANFARE_APP_KEY", "x")));

        assertThat(refused.problems())
                .containsExactly("FANFARE_APP_KEY is for the only app, and the configuration file has 2");
    }

    @Test
    void optionsOfTheJvmAreTheLaunchersOwn() {
        assertThat(ConfigReader.read(List.of(), Map.of("FANFARE_JAVA_OPTS", "-Xmx1g"))
                        .config())
                .isEqualTo(ServerConfig.development());
    }

    @Test
    void whatKubernetesSaysOfAServiceOfTheSameNameIsNoSetting() {
        Map<String, String> links = Map.of(
                "FANFARE_SERVICE_HOST", "10.0.0.1",
                "FANFARE_PORT", "tcp://10.0.0.1:6001",
                "FANFARE_PORT_6001_TCP_ADDR", "10.0.0.1");

        assertThat(ConfigReader.read(List.of(), links).config().port()).isEqualTo(6001);
    }

    @ParameterizedTest
    @CsvSource({
        "'apps:\n  - {id: 1, key: k, secret: [hush-hush]}'",
        "'apps:\n  - {id: 1, key: k, secret: hush-hush, secrets: [hush-hush]}'",
        "'apps:\n  - {id: 1, key: k, secrets: hush-hush, prot: 1}'",
        "'apps:\n  - id: 1\n    secret: \"hush-hush\n    key: k'",
        "'apps:\n  - id: 1\n    secret: hush-hush: [\n    key: k'",
        "'apps:\n  - {id: 1, secret: *hush-hush }'",
    })
    void secretIsInNoMessage(String yaml) throws IOException {
        assertThat(problems(yaml)).isNotEmpty().noneMatch(problem -> problem.contains("hush"));
    }

    @Test
    void reportShowsWhatHoldsAndWhoSaidSoButNoSecret() throws IOException {
        Path file = file("apps:\n  - id: 1\n    key: k\n    secrets: [hush-hush]\n    limits:\n      connections: 5\n");

        String report = ConfigReader.read(List.of("--config", file.toString()), Map.of("FANFARE_HOST", "::1"))
                .report();

        assertThat(report)
                .contains("host: ::1  # FANFARE_HOST\nport: 6001\n")
                .contains("transport:\n  kind: auto\n")
                .contains("apps:\n  - id: 1  # fanfare.yml:2\n    key: k  # fanfare.yml:3\n")
                .contains("    secrets: [***]  # fanfare.yml:4\n")
                .contains("    limits:\n      connections: 5  # fanfare.yml:6\n")
                .doesNotContain("hush");
    }

    @Test
    void helpNamesEveryFlag() {
        assertThat(Keys.OUTSIDE_FILE)
                .allSatisfy(key -> assertThat(HelpText.flags()).contains("  " + Keys.flag(key) + "  "));
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = file(yaml);
        return catchThrowableOfType(
                        ConfigException.class, () -> ConfigReader.read(List.of("--config", file.toString()), Map.of()))
                .problems();
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("fanfare.yml"), yaml);
    }
}
