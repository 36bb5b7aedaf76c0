package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the keys of settings are spelt where they are written, and which setting a spelling means. */
final class Keys {
    /** In front of an app's settings outside the file. */
    static final String APP = "app.";

    /** The list of apps in the file. */
    static final String APPS = "apps";

    /** The list of an app's webhooks in the file. */
    static final String WEBHOOKS = "webhooks";

    static final String ENVIRONMENT_PREFIX = "FANFARE_";

    /** What variables and flags can set: the settings of the server, and with {@link #APP} in front those of the only app. */
    static final List<String> OUTSIDE_FILE = outsideFile();

    private Keys() {}

    private static List<String> outsideFile() {
        List<String> keys = new ArrayList<>();
        for (Setting<?> setting : ServerSettings.ALL) {
            keys.add(setting.key());
        }
        for (Setting<?> setting : AppSettings.ALL) {
            keys.add(APP + setting.key());
        }
        return keys;
    }

    /** The setting of one of the {@link #OUTSIDE_FILE} keys. */
    static Setting<?> setting(String key) {
        Setting<?> setting = key.startsWith(APP)
                ? find(AppSettings.ALL, key.substring(APP.length()))
                : find(ServerSettings.ALL, key);
        if (setting == null) {
            throw new IllegalArgumentException("No setting " + key);
        }
        return setting;
    }

    /** {@code transport.loops} as {@code FANFARE_TRANSPORT_LOOPS}. */
    static String variable(String key) {
        return ENVIRONMENT_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code transport.loops} as {@code --transport-loops}. */
    static String flag(String key) {
        return "--" + key.replace('.', '-');
    }

    static @Nullable Setting<?> find(List<Setting<?>> table, String key) {
        for (Setting<?> setting : table) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }

    /** Whether settings stand below this key. */
    static boolean isGroup(List<Setting<?>> table, String key) {
        for (Setting<?> setting : table) {
            if (setting.key().startsWith(key + ".")) {
                return true;
            }
        }
        return false;
    }

    /** What may be written directly below a group; the empty group is the top. */
    static List<String> below(List<Setting<?>> table, String group) {
        List<String> names = new ArrayList<>();
        for (Setting<?> setting : table) {
            if (setting.key().startsWith(group)) {
                String rest = setting.key().substring(group.length());
                int dot = rest.indexOf('.');
                String name = dot < 0 ? rest : rest.substring(0, dot);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The whole key of the setting whose last part this is, or null. */
    static @Nullable String endingIn(List<Setting<?>> table, String name) {
        for (Setting<?> setting : table) {
            if (setting.key().endsWith("." + name)) {
                return setting.key();
            }
        }
        return null;
    }
}
