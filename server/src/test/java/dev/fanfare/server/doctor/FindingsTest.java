package dev.fanfare.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.TlsConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.doctor.Finding.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    @TempDir
    private Path folder;

    private static App app(String id, String secret) {
        return new App(
                id, "k" + id, List.of(new AppSecret(secret)), true, List.of(), 120, AppFeatures.NONE, AppLimits.NONE);
    }

    private static ServerConfig with(App... apps) {
        return ServerConfig.development().withApps(List.of(apps));
    }

    @Test
    void secretsThatOthersCouldGuessOrHaveAreWrongAndNotShown() {
        List<Finding> findings = AppKeys.examine(
                with(app("1", "short"), app("2", "0123456789abcdef0123"), app("3", "0123456789abcdef0123")));

        assertThat(findings).extracting(Finding::level).containsExactly(Level.OK, Level.WRONG, Level.WRONG);
        assertThat(findings.get(1).text())
                .contains("app 1 can be guessed", "`secret`")
                .doesNotContain("short");
        assertThat(findings.get(2).text()).contains("Apps 2 and 3").doesNotContain("0123456789abcdef");
    }

    @Test
    void anIdThatPythonCannotUseIsANote() {
        assertThat(AppKeys.examine(with(app("shop", "0123456789abcdef0123"))))
                .extracting(Finding::level)
                .containsExactly(Level.OK, Level.NOTE);
    }

    @Test
    void aPortThatAnotherProgramHasIsWrongAndOneOfARunningFanfareIsANote() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = ListeningPort.examine(ServerConfig.development().withPort(taken.getLocalPort()));
            assertThat(finding.level()).isEqualTo(Level.WRONG);
            assertThat(finding.text()).contains("set `port` or `host`");
        }
        try (Server server = Server.start(ServerConfig.development().withPort(0))) {
            Finding finding = ListeningPort.examine(ServerConfig.development().withPort(server.port()));
            assertThat(finding.level()).isEqualTo(Level.NOTE);
            assertThat(finding.text()).contains("A Fanfare runs on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void aDataFolderThatCanBeMadeIsWellAndIsNotMade() {
        Path data = folder.resolve("a/b");

        assertThat(DataFolder.examine(data.toString()))
                .singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.OK);
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInThePlaceOfTheDataFolderIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(DataFolder.examine(file.toString())).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WRONG);
            assertThat(finding.text()).contains("`data`", "is not a folder");
        });
    }

    @Test
    void aDataFolderThatARunningServerUsesIsTold() {
        try (Server server = Server.start(ServerConfig.development()
                .withPort(0)
                .with()
                .data(folder.toString())
                .build())) {
            assertThat(server.isReady()).isTrue();
            assertThat(DataFolder.examine(folder.toString()))
                    .singleElement()
                    .extracting(Finding::text)
                    .asString()
                    .contains("which a running server uses");
        }
    }

    @Test
    void anEndpointOfWebhooksThatNobodyServesIsANote() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
            assertThat(reach("http://127.0.0.1:" + closed + "/hooks").level()).isEqualTo(Level.OK);
        }
        Finding finding = reach("http://127.0.0.1:" + closed + "/hooks");
        assertThat(finding.level()).isEqualTo(Level.NOTE);
        assertThat(finding.text()).contains("`webhooks.url`");
        assertThat(reach("http://name.invalid/hooks").level()).isEqualTo(Level.WRONG);
    }

    private static Finding reach(String url) {
        WebhookConfig webhook = new WebhookConfig("1", URI.create(url), Set.of(), List.of(), true);
        List<Finding> findings = HookReach.examine(List.of(webhook, webhook));
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void tlsFilesThatAreMissingAreWrong() {
        TlsConfig config = new TlsConfig(
                folder.resolve("no.pem").toString(), folder.resolve("no.key").toString());

        assertThat(TlsCheck.examine(config, Instant.now()))
                .allMatch(finding -> finding.level() == Level.WRONG)
                .anyMatch(finding -> finding.text().contains("`tls.certificate`"));
        assertThat(TlsCheck.examine(new TlsConfig("", ""), Instant.now()))
                .singleElement()
                .extracting(Finding::level)
                .isEqualTo(Level.OK);
    }
}
