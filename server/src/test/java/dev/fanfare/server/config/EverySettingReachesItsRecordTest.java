package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting, set to what it is not by itself, changes one and the same value through the file, a variable and a flag. */
class EverySettingReachesItsRecordTest {
    private static final List<String> APP = List.of("--app-id=1", "--app-key=k", "--app-secret=s");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("serverSettings")
    void ofTheServer(String key, String value) throws IOException {
        Map<String, String> partner = partner(key);
        Map<String, String> own = partner.isEmpty() ? Map.of() : Map.of(Keys.variable(key), "before.pem");
        Map<String, Object> plain = flat(read("", both(partner, own), List.of()));
        Map<String, Object> file = flat(read(yaml("", key, list(value)), partner, List.of()));
        Map<String, Object> variable = flat(read("", both(partner, Map.of(Keys.variable(key), value)), List.of()));
        Map<String, Object> flag = flat(read("", partner, List.of(Keys.flag(key), value)));

        assertThat(changed(plain, file))
                .as("what changed")
                .hasSize(key.equals("no-limits") ? 12 : expectedChanges(key));
        assertThat(variable).isEqualTo(file);
        assertThat(flag).isEqualTo(file);
    }

    /** What has to be set too where a setting cannot stand alone. */
    private static Map<String, String> partner(String key) {
        return switch (key) {
            case "tls.certificate" -> Map.of("FANFARE_TLS_KEY", "other.pem");
            case "tls.key" -> Map.of("FANFARE_TLS_CERTIFICATE", "other.pem");
            default -> Map.of();
        };
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        Map<String, String> both = new TreeMap<>(some);
        both.putAll(others);
        return both;
    }

    /** The development app has the activity timeout too. */
    private static int expectedChanges(String key) {
        return key.equals("heartbeat.activity-timeout") ? 2 : 1;
    }

    @ParameterizedTest
    @MethodSource("appSettings")
    void ofAnApp(String key, String value) throws IOException {
        Map<String, Object> plain = flat(read("", Map.of(), APP));
        String base = "apps:\n  - {id: 1, key: k, secret: s}\n";
        Map<String, Object> variable = flat(read(base, Map.of(Keys.variable("app." + key), value), List.of()));
        Map<String, Object> flag = flat(read(base, Map.of(), List.of(Keys.flag("app." + key), value)));
        Map<String, Object> file = flat(read(apps(key, value), Map.of(), List.of()));

        assertThat(changed(plain, file)).as("what changed").hasSize(key.equals("plan") ? 3 : 1);
        assertThat(variable).isEqualTo(file);
        assertThat(flag).isEqualTo(file);
    }

    @Test
    void severalSecretsReachTheApp() throws IOException {
        App file = read("apps:\n  - {id: 1, key: k, secrets: ['a,b', c]}\n", Map.of(), List.of())
                .apps()
                .getFirst();
        App variable = read(
                        "",
                        Map.of("FANFARE_APP_ID", "1", "FANFARE_APP_KEY", "k", "FANFARE_APP_SECRETS", "a, b"),
                        List.of())
                .apps()
                .getFirst();

        assertThat(file.secrets()).hasSize(2);
        assertThat(variable.secrets()).hasSize(2);
    }

    @Test
    void thereIsNothingInTheRecordsThatNoSettingReaches() throws IOException {
        assertThat(flat(read("", Map.of(), List.of())).keySet().stream().filter(key -> !key.startsWith("apps")))
                .hasSameSizeAs(ServerSettings.ALL);
        assertThat(flat(read("", Map.of(), APP)).keySet().stream().filter(key -> key.startsWith("apps")))
                .as("secret and secrets make one component, and a plan becomes limits")
                .hasSize(AppSettings.ALL.size() - 2);
    }

    private static Stream<Arguments> serverSettings() {
        return Stream.of(
                arguments("host", "localhost"),
                arguments("port", "7001"),
                arguments("path-prefix", "/realtime"),
                arguments("trusted-proxies", "10.0.0.0/8,::1"),
                arguments("no-limits", "true"),
                arguments("drain-time", "5s"),
                arguments("data", "/var/lib/fanfare"),
                arguments("webhook", "http://127.0.0.1:1/a"),
                arguments("transport.kind", "io_uring"),
                arguments("transport.loops", "3"),
                arguments("transport.handshake-timeout", "1500ms"),
                arguments("transport.max-header-size", "16KB"),
                arguments("transport.handshakes-per-address", "unlimited"),
                arguments("transport.max-message-size", "100000"),
                arguments("transport.outbound-budget", "4MB"),
                arguments("transport.compression", "true"),
                arguments("tls.certificate", "chain.pem"),
                arguments("tls.key", "key.pem"),
                arguments("api.max-body-size", "2MB"),
                arguments("heartbeat.activity-timeout", "30s"),
                arguments("heartbeat.pong-timeout", "5s"),
                arguments("reload.interval", "5s"),
                arguments("memory-guard.threshold", "70%"),
                arguments("metrics.token", "0123456789abcdef"),
                arguments("log.level", "debug"),
                arguments("log.format", "json"),
                arguments("log.requests", "refused"));
    }

    private static Stream<Arguments> appSettings() {
        return Stream.of(
                arguments("id", "2"),
                arguments("key", "another"),
                arguments("secret", "another"),
                arguments("enabled", "false"),
                arguments("allowed-origins", "example.com,*.example.org"),
                arguments("activity-timeout", "20s"),
                arguments("client-events", "true"),
                arguments("user-authentication", "true"),
                arguments("watchlists", "true"),
                arguments("subscription-count", "true"),
                arguments("tls-only", "true"),
                arguments("authorization-timeout", "20s"),
                arguments("plan", "sandbox"),
                arguments("limits.connections", "7"),
                arguments("limits.channels", "7"),
                arguments("limits.messages-per-day", "7"),
                arguments("limits.subscriptions-per-connection", "7"),
                arguments("limits.channel-name-length", "200"),
                arguments("limits.event-name-length", "7"),
                arguments("limits.event-data-size", "100KB"),
                arguments("limits.channels-per-publish", "7"),
                arguments("limits.events-per-batch", "unlimited"),
                arguments("limits.presence-members", "7"),
                arguments("limits.presence-member-size", "2KB"),
                arguments("limits.user-id-length", "7"),
                arguments("limits.client-events-per-second", "7"),
                arguments("limits.watchlist-size", "7"),
                arguments("limits.cache-ttl", "1h"));
    }

    @Test
    void noSettingIsLeftOutHere() {
        assertThat(serverSettings().map(each -> each.get()[0]))
                .containsExactlyElementsOf(
                        ServerSettings.ALL.stream().map(Setting::key).toList());
        assertThat(appSettings().map(each -> each.get()[0]))
                .containsExactlyElementsOf(AppSettings.ALL.stream()
                        .map(Setting::key)
                        .filter(key -> !key.equals("secrets"))
                        .toList());
    }

    private String apps(String key, String value) {
        Map<String, String> entries = new TreeMap<>(Map.of("id", "1", "key", "k", "secret", "s"));
        entries.remove(key);
        StringBuilder yaml = new StringBuilder("apps:\n  -\n");
        entries.forEach((name, text) ->
                yaml.append("    ").append(name).append(": ").append(text).append('\n'));
        return yaml.append(yaml("    ", key, list(value))).toString();
    }

    private static String list(String value) {
        return value.contains(",") ? "['" + value.replace(",", "', '") + "']" : value;
    }

    private static String yaml(String indent, String key, String value) {
        int dot = key.indexOf('.');
        String line = key.substring(dot + 1) + ": " + value + "\n";
        return dot < 0 ? indent + line : indent + key.substring(0, dot) + ":\n" + indent + "  " + line;
    }

    private ServerConfig read(String yaml, Map<String, String> environment, List<String> flags) throws IOException {
        Path file = Files.writeString(folder.resolve("fanfare.yml"), yaml);
        Map<String, String> all = new TreeMap<>(environment);
        all.put("FANFARE_CONFIG", file.toString());
        return ConfigReader.read(flags, all).config();
    }

    private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Set<String> changed = new HashSet<>();
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    /** The components of the records, and of the records in them. */
    private static Map<String, Object> flat(ServerConfig config) {
        Map<String, Object> flat = new TreeMap<>();
        addComponents("", config, flat);
        return flat;
    }

    private static void addComponents(String path, Object record, Map<String, Object> flat) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            Object single = component.getName().equals("apps") ? ((List<?>) value).getFirst() : value;
            boolean nested = single.getClass().getSimpleName().endsWith("Config")
                    || single instanceof App
                    || single instanceof AppFeatures
                    || single instanceof AppLimits;
            if (nested) {
                addComponents(path + component.getName() + ".", single, flat);
            } else {
                flat.put(path + component.getName(), value);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
