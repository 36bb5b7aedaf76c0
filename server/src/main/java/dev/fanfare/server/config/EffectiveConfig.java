package dev.fanfare.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration, and who set what. */
public final class EffectiveConfig {
    private final ServerConfig config;
    private final SettingValues server;
    private final List<AppDraft> apps;
    private final @Nullable Path file;
    private final OtherServers others;

    EffectiveConfig(
            ServerConfig config, SettingValues server, List<AppDraft> apps, @Nullable Path file, OtherServers others) {
        this.config = config;
        this.server = server;
        this.apps = apps;
        this.file = file;
        this.others = others;
    }

    public ServerConfig config() {
        return config;
    }

    /** The configuration file, or null if none was named. */
    public @Nullable Path file() {
        return file;
    }

    /** What became of other servers' variables, in lines for whoever starts the server; empty if there are none. */
    public String aliases() {
        return others.report();
    }

    /** Keys of settings that are not as they were at the start, and that a running server cannot change. */
    public List<String> waitingForRestart(EffectiveConfig atStart) {
        List<String> waiting = new ArrayList<>();
        for (Setting<?> setting : ServerSettings.ALL) {
            boolean same = server.of(setting).equals(atStart.server.of(setting));
            if (!same && !ServerSettings.LIVE.contains(setting)) {
                waiting.add(setting.key());
            }
        }
        return waiting;
    }

    /** Every setting in the form of the file, secrets masked, with a comment behind each that somebody set. */
    public String report() {
        StringBuilder report = new StringBuilder();
        others.report().lines().forEach(line -> report.append("# ").append(line).append('\n'));
        table(ServerSettings.ALL, server, "", "", report);
        if (apps.isEmpty()) {
            report.append("# apps: none, so there is the development app: id ")
                    .append(DevelopmentApp.ID)
                    .append(", key ")
                    .append(DevelopmentApp.KEY)
                    .append('\n');
            return report.toString();
        }
        report.append(Keys.APPS).append(":\n");
        for (AppDraft app : apps) {
            table(AppSettings.ALL, app.values(), "  - ", "    ", report);
            if (!app.hooks().isEmpty()) {
                report.append("    ").append(Keys.WEBHOOKS).append(":\n");
            }
            for (SettingValues hook : app.hooks()) {
                table(WebhookSettings.ALL, hook, "      - ", "        ", report);
            }
        }
        return report.toString();
    }

    private static void table(
            List<Setting<?>> table, SettingValues values, String first, String indent, StringBuilder report) {
        String group = "";
        String lead = first;
        for (Setting<?> setting : table) {
            String shown = values.shown(setting);
            if (shown == null) {
                continue;
            }
            int dot = setting.key().indexOf('.');
            String itsGroup = dot < 0 ? "" : setting.key().substring(0, dot);
            if (!itsGroup.equals(group)) {
                group = itsGroup;
                report.append(indent).append(group).append(":\n");
            }
            String name = setting.key().substring(dot + 1);
            report.append(lead)
                    .append(group.isEmpty() ? "" : "  ")
                    .append(name)
                    .append(": ")
                    .append(shown);
            comment(values.origin(setting), report);
            report.append('\n');
            lead = indent;
        }
    }

    private static void comment(@Nullable String origin, StringBuilder report) {
        if (origin != null) {
            report.append("  # ").append(origin);
        }
    }
}
