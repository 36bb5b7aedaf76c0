package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fanfare.protocol.WebhookKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSettingsTest {
    private static final String APP = """
            apps:
              - id: "1"
                key: k
                secret: s
                webhooks:
            """;

    @TempDir
    private Path folder;

    private EffectiveConfig read(String webhooks) throws IOException {
        Path file = Files.writeString(folder.resolve("f.yaml"), APP + webhooks);
        return ConfigReader.read(List.of("--config", file.toString()), Map.of());
    }

    private List<String> problems(String webhooks) {
        return assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(webhooks))
                .actual()
                .problems();
    }

    @Test
    void webhookOfAnAppIsReadFromTheFile() throws IOException {
        EffectiveConfig effective = read("""
                  - url: https://example.com/a
                    events: [channel_occupied, cache_miss]
                    channel-prefixes: [orders-, chat-]
                    batch: false
                    headers: {X-Token: a-token, User-Agent: mine}
                  - url: http://example.com/b
                    events: all
                  - url: http://example.com/c
            """);

        List<WebhookConfig> webhooks = effective.config().webhooks();
        assertThat(webhooks).hasSize(3).extracting(WebhookConfig::appId).containsOnly("1");
        WebhookConfig first = webhooks.getFirst();
        assertThat(first.url()).isEqualTo(URI.create("https://example.com/a"));
        assertThat(first.events()).containsExactlyInAnyOrder(WebhookKind.CHANNEL_OCCUPIED, WebhookKind.CACHE_MISS);
        assertThat(first.channelPrefixes()).containsExactly("orders-", "chat-");
        assertThat(first.batch()).isFalse();
        assertThat(first.headers())
                .containsExactly(new WebhookHeader("X-Token", "a-token"), new WebhookHeader("User-Agent", "mine"));
        assertThat(webhooks.get(1).events()).containsExactlyInAnyOrder(WebhookKind.values());
        assertThat(webhooks.get(2).events())
                .hasSize(5)
                .doesNotContain(WebhookKind.CACHE_MISS, WebhookKind.SUBSCRIPTION_COUNT);
        assertThat(webhooks.get(2).batch()).isTrue();
        assertThat(effective.report()).contains("headers: [X-Token: ***").doesNotContain("a-token");
        assertThat(first.toString()).doesNotContain("a-token");
    }

    @Test
    void everyProblemNamesItsLineAndItsSetting() {
        assertThat(problems("""
                  - url: ftp://example.com/
                    evnts: all
                  - events: [channel_ocupied]
                    url: http://example.com/
                  - batch: true
            """))
                .containsExactlyInAnyOrder(
                        "f.yaml:6: `apps[0].webhooks[0].url` is ftp://example.com/, expected an address such as"
                                + " https://example.com/hooks",
                        "f.yaml:7: unknown key `apps[0].webhooks[0].evnts`, did you mean `events`?",
                        "f.yaml:8: `apps[0].webhooks[1].events` is a list, expected `all`, or a list of"
                                + " channel_occupied, channel_vacated, member_added, member_removed, client_event,"
                                + " cache_miss or subscription_count",
                        "`apps[0].webhooks[2].url` is not set, expected an address such as https://example.com/hooks");
    }

    @Test
    void headersOfTheProtocolAreRefusedAndValuesAreNotShown() {
        assertThat(problems("""
                  - url: http://example.com/
                    headers: {Content-Type: a-secret-text}
            """))
                .singleElement()
                .asString()
                .startsWith("f.yaml:7: `apps[0].webhooks[0].headers` is [Content-Type: ***], expected")
                .doesNotContain("a-secret-text");
    }

    @Test
    void flagMayBeRepeatedAndIsForTheOnlyApp() {
        List<WebhookConfig> webhooks = ConfigReader.read(
                        List.of("--webhook", "http://127.0.0.1:1/a", "--webhook=http://127.0.0.1:1/b"), Map.of())
                .config()
                .webhooks();

        assertThat(webhooks)
                .extracting(webhook -> webhook.appId() + " " + webhook.url())
                .containsExactly("app-id http://127.0.0.1:1/a", "app-id http://127.0.0.1:1/b");
        assertThat(webhooks.getFirst().events()).containsExactlyInAnyOrder(WebhookKind.values());
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigReader.read(List.of(), Map.of("FANFARE_WEBHOOK", "example.com/hooks")))
                .withMessageStartingWith("FANFARE_WEBHOOK is [example.com/hooks], expected a list of addresses");
    }
}
