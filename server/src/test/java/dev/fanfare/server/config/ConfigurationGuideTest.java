package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.AppLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dfanfare.guide.write=true} to write the guide and the sample file anew. */
class ConfigurationGuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/configuration.md");
    private static final Path SAMPLE = Path.of("../packaging/archive/etc/fanfare.yml");

    @Test
    void guideSaysWhatTheTableOfSettingsSays() throws IOException {
        isUpToDate(GUIDE, text());
    }

    @Test
    void sampleFileSaysWhatTheTableOfSettingsSays() throws IOException {
        isUpToDate(SAMPLE, SampleFile.text());
    }

    @Test
    void sampleFileSetsNothing() {
        EffectiveConfig config = ConfigReader.read(List.of("--config", SAMPLE.toString()), Map.of());

        assertThat(config.config()).isEqualTo(ServerConfig.development());
    }

    @Test
    void sampleFileThatIsUncommentedSetsEveryPreset(@TempDir Path folder) throws IOException {
        String uncommented = Files.readString(SAMPLE).replaceAll("(?m)^#", "").replace("secret: \"\"", "secret: long");
        Path file = Files.writeString(folder.resolve("fanfare.yml"), uncommented);

        ServerConfig config = ConfigReader.read(List.of("--config", file.toString()), Map.of())
                .config();

        assertThat(config)
                .usingRecursiveComparison()
                .ignoringFields("apps", "webhooks")
                .isEqualTo(ServerConfig.development());
        assertThat(config.apps())
                .singleElement()
                .satisfies(app -> assertThat(app.limits()).isEqualTo(AppLimits.DEFAULT));
        assertThat(config.webhooks())
                .singleElement()
                .satisfies(webhook -> assertThat(webhook.url()).hasHost("example.com"));
    }

    private static void isUpToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("fanfare.guide.write")) {
            Files.writeString(file, text);
        }

        assertThat(file).content().isEqualTo(text);
    }

    private static String text() {
        StringBuilder text = new StringBuilder("""
                # Configuration

                <!-- Written by ConfigurationGuideTest from the table of settings: change that, then run it. -->

                A setting is what it is preset to, unless the YAML file says otherwise, unless an environment variable says
                otherwise, unless a flag says otherwise. `--config FILE` or `FANFARE_CONFIG` names the file; without it there is
                none. An unknown key stops the start, as does a value out of range; all problems are named together.
                `fanfare check-config` says what holds, and who said so, without starting anything.

                ```yaml
                host: 0.0.0.0
                transport:
                  outbound-budget: 2MB
                apps:
                  - id: "1"
                    key: 3f9c…
                    secret: 81d0…
                    client-events: true
                    limits:
                      connections: 10000
                ```

                Times are written `500ms`, `30s`, `2m` or `1h`; sizes in bytes or as `10KB`, `1MB` or `1GB`, of 1024 each. Lists
                are lists in the file, and separated by commas elsewhere.

                If no app is configured there is the development app, id `app-id`, key `app-key`, secret `app-secret`, with
                client events, user authentication, watchlists and subscription counts on. Its secret is public, so the server
                refuses to start with it on any address but loopback.

                """);
        text.append(changesAndPlans());
        text.append("## The server\n\n");
        table(ServerSettings.ALL, "", text);
        text.append("""

                ## An app

                Each entry of `apps` has these. The variables and flags below set them for the only app, over the file's or
                without a file; with several apps in the file they are refused.

                """);
        table(AppSettings.ALL, Keys.APP, text);
        webhooks(text);
        text.append("""

                Kubernetes tells the containers of a namespace about a service called `fanfare` in variables that look like
                settings (`FANFARE_PORT=tcp://…`, `FANFARE_SERVICE_HOST`): those are left alone. So is `FANFARE_JAVA_OPTS`, whose
                options the launcher hands to the JVM.
                """);
        return text.toString();
    }

    private static void table(List<Setting<?>> table, String prefix, StringBuilder text) {
        text.append("| key | value | preset | what it does | variable, flag |\n|---|---|---|---|---|\n");
        for (Setting<?> setting : table) {
            row(setting, text);
            text.append(' ');
            text.append("`").append(Keys.variable(prefix + setting.key())).append("` ");
            text.append("`").append(Keys.flag(prefix + setting.key())).append("` |\n");
        }
    }

    private static void webhooks(StringBuilder text) {
        text.append("""

                ## A webhook

                Each entry of `webhooks` of an app, in the file only, has these; see [webhooks.md](webhooks.md).

                | key | value | preset | what it does |
                |---|---|---|---|
                """);
        for (Setting<?> setting : WebhookSettings.ALL) {
            row(setting, text);
            text.append('\n');
        }
    }

    private static void row(Setting<?> setting, StringBuilder text) {
        String preset = new SettingValues().shown(setting);
        text.append("| `").append(setting.key()).append("` | ");
        text.append(setting.type().expected()).append(" | ");
        text.append(preset == null ? "–" : "`" + preset + "`").append(" | ");
        text.append(setting.sentence()).append(" |");
    }

    private static String live() {
        return ServerSettings.ALL.stream()
                .filter(ServerSettings.LIVE::contains)
                .map(setting -> "`" + setting.key() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String plans() {
        StringBuilder plans =
                new StringBuilder("| plan | connections | channels | messages a day |\n|---|---|---|---|\n");
        for (Plan plan : Plan.values()) {
            plans.append("| `").append(AppSettings.PLAN.type().show(plan)).append("` | ");
            plans.append(AppSettings.CONNECTIONS.type().show(plan.connections)).append(" | ");
            plans.append(AppSettings.CHANNELS.type().show(plan.channels)).append(" | ");
            plans.append(AppSettings.MESSAGES_PER_DAY.type().show(plan.messagesPerDay))
                    .append(" |\n");
        }
        return plans.toString();
    }

    private static String changesAndPlans() {
        return """
                A server that was started with a file looks at it every `reload.interval`, and takes a change as soon as two looks
                in a row have found the same. It takes everything of its apps, and {live}; connections stay, but for those of
                an app that is gone or switched off. For all else the log names what waits for a restart. A file that is not
                valid changes nothing, and the log says what is wrong with it.

                A `plan` is limits of an app in one word; `limits` that are set come before it:

                {plans}
                """.replace("{live}", live()).replace("{plans}", plans());
    }
}
