package dev.fanfare.server.config;

import java.util.List;
import java.util.Map;

/** The configuration file of the archive: every setting, explained and commented out. */
final class SampleFile {
    /** For settings without a preset. A secret is not among them. */
    private static final Map<Setting<?>, String> EXAMPLES = Map.of(
            AppSettings.ID, "1",
            AppSettings.KEY, "choose-a-key",
            AppSettings.ACTIVITY_TIMEOUT, "2m",
            WebhookSettings.URL, "https://example.com/hooks");

    private SampleFile() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                ## The settings of Fanfare, each with what it is preset to. To set one, take away the # at the beginning of its line
                ## and of the group above it. `bin/fanfare check-config FILE` says what comes of it.

                """);
        add(ServerSettings.ALL, "", text);
        text.append("#apps:\n");
        addList("  ", AppSettings.ALL, text);
        text.append("#    webhooks:\n");
        addList("      ", WebhookSettings.ALL, text);
        return text.toString();
    }

    /** The list's first entry, which has a dash in front of its first line. */
    private static void addList(String indent, List<Setting<?>> table, StringBuilder text) {
        int from = text.length();
        add(table, indent + "  ", text);
        int dash = text.indexOf("\n#" + indent, from) + 2 + indent.length();
        text.setCharAt(dash, '-');
    }

    private static void add(List<Setting<?>> table, String indent, StringBuilder text) {
        String group = "";
        for (Setting<?> setting : table) {
            int dot = setting.key().indexOf('.');
            String of = dot < 0 ? "" : setting.key().substring(0, dot);
            if (!of.equals(group) && !of.isEmpty()) {
                text.append('#').append(indent).append(of).append(":\n");
            }
            group = of;
            String inner = of.isEmpty() ? indent : indent + "  ";
            text.append("## ").append(setting.sentence()).append('\n');
            text.append("## (").append(setting.type().expected()).append(")\n");
            text.append('#').append(inner).append(setting.key().substring(dot + 1));
            text.append(": ").append(value(setting)).append("\n\n");
        }
    }

    private static String value(Setting<?> setting) {
        String preset = new SettingValues().shown(setting);
        if (preset == null) {
            return EXAMPLES.getOrDefault(setting, "\"\"");
        }
        if (setting == WebhookSettings.HEADERS) {
            return "{}";
        }
        return preset.isEmpty() ? "\"\"" : preset;
    }
}
