package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.WebhookKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherServersTest {
    private static final Map<String, String> SOKETI_APP = Map.of(
            "SOKETI_DEFAULT_APP_ID", "7",
            "SOKETI_DEFAULT_APP_KEY", "soketi-key",
            "SOKETI_DEFAULT_APP_SECRET", "soketi-secret");
    private static final Map<String, String> REVERB_APP = Map.of(
            "REVERB_APP_ID", "8",
            "REVERB_APP_KEY", "reverb-key",
            "REVERB_APP_SECRET", "reverb-secret");

    private static EffectiveConfig read(Map<String, String> app, String... more) {
        Map<String, String> environment = new HashMap<>(app);
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return ConfigReader.read(List.of(), environment);
    }

    private static App app(EffectiveConfig effective) {
        assertThat(effective.config().apps()).hasSize(1);
        return effective.config().apps().getFirst();
    }

    @Test
    void anEnvironmentOfSoketiIsEnough() {
        EffectiveConfig effective = read(
                SOKETI_APP,
                "SOKETI_PORT",
                "7001",
                "SOKETI_SHUTDOWN_GRACE_PERIOD",
                "3000",
                "SOKETI_HTTP_ACCEPT_TRAFFIC_MEMORY_THRESHOLD",
                "70",
                "SOKETI_DEFAULT_APP_ENABLE_CLIENT_MESSAGES",
                "1",
                "SOKETI_DEFAULT_APP_USER_AUTHENTICATION",
                "true",
                "SOKETI_USER_AUTHENTICATION_TIMEOUT",
                "30000",
                "SOKETI_DEFAULT_APP_MAX_CONNS",
                "-1",
                "SOKETI_DEFAULT_APP_MAX_CLIENT_EVENTS_PER_SEC",
                "50",
                "SOKETI_CHANNEL_CACHE_TTL",
                "3600",
                "SOKETI_EVENT_MAX_SIZE_IN_KB",
                "100",
                "SOKETI_PRESENCE_MAX_MEMBER_SIZE",
                "0.5");

        ServerConfig config = effective.config();
        App app = app(effective);
        assertThat(config.port()).isEqualTo(7001);
        assertThat(config.drainTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.memoryGuard().threshold()).isEqualTo(70);
        assertThat(app.id()).isEqualTo("7");
        assertThat(app.key()).isEqualTo("soketi-key");
        assertThat(app.features().clientEvents()).isTrue();
        assertThat(app.features().userAuthentication()).isTrue();
        assertThat(app.features().authorizationTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(app.limits().connections()).isEqualTo(AppLimits.UNLIMITED);
        assertThat(app.limits().clientEventsPerSecond()).isEqualTo(50);
        assertThat(app.limits().cacheTtl()).isEqualTo(Duration.ofHours(1));
        assertThat(app.limits().eventDataSize()).isEqualTo(100 * 1024);
        assertThat(app.limits().presenceMemberSize()).isEqualTo(512);
    }

    @Test
    void anEnvironmentOfReverbIsEnough() {
        EffectiveConfig effective = read(
                REVERB_APP,
                "REVERB_SERVER_HOST",
                "127.0.0.1",
                "REVERB_SERVER_PORT",
                "8080",
                "REVERB_HOST",
                "ws.example.com",
                "REVERB_PORT",
                "443",
                "REVERB_SCHEME",
                "https",
                "REVERB_APP_ACTIVITY_TIMEOUT",
                "30",
                "REVERB_APP_MAX_CONNECTIONS",
                "",
                "REVERB_APP_MAX_MESSAGE_SIZE",
                "10000",
                "REVERB_APP_ACCEPT_CLIENT_EVENTS_FROM",
                "members");

        App app = app(effective);
        assertThat(effective.config().port()).isEqualTo(8080);
        assertThat(effective.config().transport().maxMessageSize()).isEqualTo(10_000);
        assertThat(app.id()).isEqualTo("8");
        assertThat(app.activityTimeoutSeconds()).isEqualTo(30);
        assertThat(app.features().clientEvents()).isTrue();
        assertThat(app.limits().connections()).isEqualTo(AppLimits.UNLIMITED);
        assertThat(effective.aliases())
                .startsWith("Understood of other servers: REVERB_SERVER_HOST, REVERB_SERVER_PORT, REVERB_APP_ID")
                .doesNotContain("REVERB_HOST", "Not understood");
    }

    @Test
    void webhooksOfSoketiAreWebhooksHere() {
        List<WebhookConfig> webhooks =
                read(SOKETI_APP, "SOKETI_DEFAULT_APP_WEBHOOKS", """
                        [{"url": "https://example.com/hooks",
                          "event_types": ["client_event", "channel_occupied"],
                          "filter": {"channel_name_starts_with": "presence-"},
                          "headers": {"X-Token": "abc"}
                        }]""").config().webhooks();

        assertThat(webhooks).hasSize(1);
        WebhookConfig webhook = webhooks.getFirst();
        assertThat(webhook.appId()).isEqualTo("7");
        assertThat(webhook.url()).isEqualTo(URI.create("https://example.com/hooks"));
        assertThat(webhook.events()).isEqualTo(Set.of(WebhookKind.CLIENT_EVENT, WebhookKind.CHANNEL_OCCUPIED));
        assertThat(webhook.channelPrefixes()).containsExactly("presence-");
        assertThat(webhook.headers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{\"lambda_function\": \"f\"}]", "[{\"url\": \"ftp://x\"}]", "\"https://example.com\"", "[{"})
    void webhooksThatCannotBeTakenStopTheStartAndNameTheVariable(String json) {
        assertThat(problems(SOKETI_APP, "SOKETI_DEFAULT_APP_WEBHOOKS", json))
                .isNotEmpty()
                .anyMatch(problem -> problem.startsWith("SOKETI_DEFAULT_APP_WEBHOOKS:1: "));
    }

    @Test
    void theFileComesBeforeThemAndFanfaresOwnVariablesBehind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fanfare.yml");
        Files.writeString(file, "port: 1\npath-prefix: /file\n");
        Map<String, String> environment = Map.of(
                "FANFARE_CONFIG", file.toString(),
                "SOKETI_PORT", "2",
                "SOKETI_HOST", "127.0.0.2",
                "FANFARE_HOST", "127.0.0.3");

        ServerConfig config = ConfigReader.read(List.of(), environment).config();

        assertThat(config.port()).isEqualTo(2);
        assertThat(config.host()).isEqualTo("127.0.0.3");
        assertThat(config.pathPrefix()).isEqualTo("/file");
    }

    @Test
    void soketisHoldWhereReverbsSayOtherwise() {
        assertThat(read(SOKETI_APP, "REVERB_SERVER_PORT", "8080", "SOKETI_PORT", "7001")
                        .config()
                        .port())
                .isEqualTo(7001);
    }

    @Test
    void appsOfTheFileAreLeftAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("fanfare.yml");
        Files.writeString(file, "apps: [{id: 1, key: k, secrets: [s, t]}]\n");

        EffectiveConfig effective = read(REVERB_APP, "FANFARE_CONFIG", file.toString(), "REVERB_SERVER_PORT", "8080");

        assertThat(app(effective).id()).isEqualTo("1");
        assertThat(effective.aliases())
                .isEqualTo("Understood of other servers: REVERB_SERVER_PORT\n"
                        + "Not understood, and without effect: REVERB_APP_ID, REVERB_APP_KEY, REVERB_APP_SECRET\n");
    }

    @Test
    void limitsWithoutAnAppLeaveTheDevelopmentAppAsItIs() {
        EffectiveConfig effective = read(Map.of(), "SOKETI_EVENT_MAX_SIZE_IN_KB", "200");

        assertThat(effective.config()).isEqualTo(ServerConfig.development());
        assertThat(effective.aliases()).contains("Not understood", "SOKETI_EVENT_MAX_SIZE_IN_KB");
    }

    @Test
    void whatHasNoCounterpartIsNamedAndStopsNothing() {
        assertThat(read(SOKETI_APP, "SOKETI_ADAPTER_DRIVER", "redis", "REVERB_SCALING_ENABLED", "true")
                        .aliases())
                .endsWith("Not understood, and without effect: REVERB_SCALING_ENABLED, SOKETI_ADAPTER_DRIVER\n");
    }

    @Test
    void withoutAnyThereIsNothingToSay() {
        assertThat(read(Map.of("PATH", "/bin")).aliases()).isEmpty();
    }

    @Test
    void aReportSaysWhichVariableHoldsAndShowsNoSecret() {
        assertThat(read(SOKETI_APP, "SOKETI_PORT", "7001").report())
                .contains("port: 7001  # SOKETI_PORT", "# Understood of other servers: SOKETI_PORT")
                .doesNotContain("soketi-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOKETI_PORT | abc | SOKETI_PORT is `abc`, expected a whole number from 0 to 65535",
                "SOKETI_SHUTDOWN_GRACE_PERIOD | 3s | SOKETI_SHUTDOWN_GRACE_PERIOD is `3s`, expected a whole number of milliseconds",
                "SOKETI_DEFAULT_APP_ENABLED | on | SOKETI_DEFAULT_APP_ENABLED is `on`, expected 1, 0, true or false",
                "SOKETI_DEFAULT_APP_MAX_CONNS | many | SOKETI_DEFAULT_APP_MAX_CONNS is `many`, expected a whole number, or -1 for no limit",
                "SOKETI_EVENT_MAX_SIZE_IN_KB | 1MB | SOKETI_EVENT_MAX_SIZE_IN_KB is `1MB`, expected a number of kilobytes",
                "SOKETI_CHANNEL_CACHE_TTL | 0 | SOKETI_CHANNEL_CACHE_TTL is 0, expected a time of whole seconds from 1s to 24h",
                "SOKETI_DEBUG | yes | SOKETI_DEBUG is `yes`, expected 1, 0, true or false",
                "SOKETI_HTTP_ACCEPT_TRAFFIC_MEMORY_THRESHOLD | x | SOKETI_HTTP_ACCEPT_TRAFFIC_MEMORY_THRESHOLD is `x`, expected a whole number of percent",
                "REVERB_APP_ACTIVITY_TIMEOUT | 30s | REVERB_APP_ACTIVITY_TIMEOUT is `30s`, expected a whole number of seconds",
                "REVERB_APP_ACCEPT_CLIENT_EVENTS_FROM | me | REVERB_APP_ACCEPT_CLIENT_EVENTS_FROM is `me`, expected all, members or none"
            })
    void aValueThatIsNoneIsAProblemOfItsVariable(String variable, String value, String problem) {
        assertThat(problems(SOKETI_APP, variable, value)).containsExactly(problem);
    }

    private static List<String> problems(Map<String, String> app, String... more) {
        return catchThrowableOfType(ConfigException.class, () -> read(app, more))
                .problems();
    }

    @ParameterizedTest
    @CsvSource({"SOKETI, ../docs/guides/from-soketi.md", "REVERB, ../docs/guides/from-reverb.md"})
    void theGuideNamesEveryAliasBesideTheVariableThatItStandsFor(String server, Path guide) throws IOException {
        Pattern row = Pattern.compile("^\\| `(" + server + "_[A-Z0-9_]+)`[^|]*\\| `(FANFARE_[A-Z0-9_]+)`");
        Set<String> told = new TreeSet<>();
        for (String line : Files.readAllLines(guide)) {
            Matcher matcher = row.matcher(line);
            if (matcher.find()) {
                told.add(matcher.group(1) + " " + matcher.group(2));
            }
        }
        Set<String> known = new TreeSet<>();
        for (Alias alias : AliasTable.ALL) {
            if (alias.variable().startsWith(server)) {
                known.add(alias.variable() + " " + Keys.variable(alias.key()));
            }
        }
        assertThat(told).isEqualTo(known);
    }
}
