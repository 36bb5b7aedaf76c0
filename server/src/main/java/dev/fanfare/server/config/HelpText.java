package dev.fanfare.server.config;

import java.util.List;

/** The flags, for people who ask on the command line. */
public final class HelpText {
    private HelpText() {}

    /** A few lines for each flag. */
    public static String flags() {
        StringBuilder text = new StringBuilder();
        text.append("  --config FILE\n      A YAML file with settings; see docs/guides/configuration.md.\n");
        add(ServerSettings.ALL, "", text);
        text.append("\nThe only app, where the file has none or one:\n");
        add(AppSettings.ALL, Keys.APP, text);
        text.append("\nEach is also an environment variable, --transport-loops being FANFARE_TRANSPORT_LOOPS.\n");
        return text.toString();
    }

    private static void add(List<Setting<?>> table, String prefix, StringBuilder text) {
        for (Setting<?> setting : table) {
            text.append("  ").append(Keys.flag(prefix + setting.key()));
            text.append("  ").append(setting.type().expected());
            String preset = preset(setting);
            text.append(preset.isEmpty() ? "\n" : " (" + preset + ")\n");
            text.append("      ").append(setting.sentence()).append('\n');
        }
    }

    private static <T> String preset(Setting<T> setting) {
        T preset = setting.preset();
        return preset == null ? "" : setting.type().show(preset);
    }
}
