package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    @Test
    void everyPresetOfTheServerIsTheRecordedOne() {
        assertThat(presets(ServerSettings.ALL))
                .containsExactly(
                        "host 127.0.0.1",
                        "port 6001",
                        "path-prefix \"\"",
                        "trusted-proxies []",
                        "no-limits false",
                        "drain-time 10s",
                        "data \"\"",
                        "webhook []",
                        "transport.kind auto",
                        "transport.loops auto",
                        "transport.handshake-timeout 10s",
                        "transport.max-header-size 8KB",
                        "transport.handshakes-per-address 100",
                        "transport.max-message-size 64KB",
                        "transport.outbound-budget 1MB",
                        "transport.compression false",
                        "tls.certificate \"\"",
                        "tls.key \"\"",
                        "api.max-body-size 1MB",
                        "heartbeat.activity-timeout 2m",
                        "heartbeat.pong-timeout 30s",
                        "reload.interval 2s",
                        "memory-guard.threshold 85%",
                        "metrics.token \"\"",
                        "log.level info",
                        "log.format text",
                        "log.requests none");
    }

    @Test
    void everyPresetOfAnAppIsTheRecordedOne() {
        assertThat(presets(AppSettings.ALL))
                .containsExactly(
                        "id -",
                        "key -",
                        "secret -",
                        "secrets []",
                        "enabled true",
                        "allowed-origins []",
                        "activity-timeout -",
                        "client-events false",
                        "user-authentication false",
                        "watchlists false",
                        "subscription-count false",
                        "tls-only false",
                        "authorization-timeout 0",
                        "plan none",
                        "limits.connections unlimited",
                        "limits.channels unlimited",
                        "limits.messages-per-day unlimited",
                        "limits.subscriptions-per-connection 10000",
                        "limits.channel-name-length 164",
                        "limits.event-name-length 200",
                        "limits.event-data-size 10KB",
                        "limits.channels-per-publish 100",
                        "limits.events-per-batch 10",
                        "limits.presence-members 100",
                        "limits.presence-member-size 1KB",
                        "limits.user-id-length 128",
                        "limits.client-events-per-second 10",
                        "limits.watchlist-size 100",
                        "limits.cache-ttl 30m");
    }

    private static List<String> presets(List<Setting<?>> table) {
        List<String> presets = new ArrayList<>();
        for (Setting<?> setting : table) {
            String shown = new SettingValues().shown(setting);
            presets.add(setting.key() + " " + (shown == null ? "-" : shown));
        }
        return presets;
    }

    static Stream<Setting<?>> everySetting() {
        return Stream.concat(ServerSettings.ALL.stream(), AppSettings.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void keyIsKebabCaseAndSentenceIsOne(Setting<?> setting) {
        assertThat(setting.key()).matches("([a-z]+(-[a-z]+)*\\.)?[a-z]+(-[a-z]+)*");
        assertThat(setting.sentence()).matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    <T> void presetIsAllowed(Setting<T> setting) {
        T preset = setting.preset();
        assertThat(preset == null || setting.type().accepts(preset)).isTrue();
    }

    @Test
    void settingsOfAGroupStandTogether() {
        assertThat(groups(ServerSettings.ALL)).doesNotHaveDuplicates();
        assertThat(groups(AppSettings.ALL)).doesNotHaveDuplicates();
    }

    private static List<String> groups(List<Setting<?>> table) {
        List<String> groups = new ArrayList<>();
        for (Setting<?> each : table) {
            String group = each.key().substring(0, each.key().indexOf('.') + 1);
            if (groups.isEmpty() || !groups.getLast().equals(group)) {
                groups.add(group);
            }
        }
        return groups;
    }
}
