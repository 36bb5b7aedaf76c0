package dev.fanfare.server.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration, and who set what. */
public final class EffectiveConfig {
    private final ServerConfig config;
    private final SettingValues server;
    private final List<AppDraft> apps;

    EffectiveConfig(ServerConfig config, SettingValues server, List<AppDraft> apps) {
        this.config = config;
        this.server = server;
        this.apps = apps;
    }

    public ServerConfig config() {
        return config;
    }

    /** Every setting in the form of the file, secrets masked, with a comment behind each that somebody set. */
    public String report() {
        StringBuilder report = new StringBuilder();
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
