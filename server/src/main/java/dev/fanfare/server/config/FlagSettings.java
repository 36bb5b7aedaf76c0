package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flags, as {@code --port 7001} or {@code --port=7001}; one that is true or false may stand alone. Used by one thread. */
final class FlagSettings {
    /** The configuration file. */
    static final String CONFIG = "--config";

    private final List<String> arguments;
    private final Map<String, String> lists = new HashMap<>();
    private int next;

    FlagSettings(List<String> arguments) {
        this.arguments = arguments;
    }

    /** The last file named, or null. */
    @Nullable
    String configFile() {
        String file = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(CONFIG + "=")) {
                file = argument.substring(CONFIG.length() + 1);
            } else if (argument.equals(CONFIG) && i + 1 < arguments.size()) {
                file = arguments.get(++i);
            }
        }
        return file;
    }

    void into(ConfigDraft draft) {
        next = 0;
        while (next < arguments.size()) {
            takeOne(draft);
        }
    }

    private void takeOne(ConfigDraft draft) {
        String argument = arguments.get(next++);
        int equals = argument.indexOf('=');
        String flag = equals < 0 ? argument : argument.substring(0, equals);
        String key = keyOf(flag);
        if (key == null && !flag.equals(CONFIG)) {
            draft.problems.add(
                    "unknown argument `" + flag + "`" + Spelling.suggestion(Spelling.nearest(flag, known())));
            return;
        }
        String value = equals < 0 ? following(key) : argument.substring(equals + 1);
        if (value == null) {
            draft.problems.add(flag + " has no value");
        } else if (key != null) {
            draft.set(key, withEarlier(key, value), flag);
        }
    }

    /** Of a list, every occurrence of the flag counts. */
    private String withEarlier(String key, String value) {
        return Keys.setting(key).type() instanceof ListOf
                ? lists.merge(key, value, (one, other) -> one + "," + other)
                : value;
    }

    /** Takes the next argument, if it is a value; else says what the flag means alone, or null if nothing. */
    private @Nullable String following(@Nullable String key) {
        String following = next < arguments.size() ? arguments.get(next) : "--";
        if (key != null && Keys.setting(key).type() instanceof YesNo) {
            boolean yesNo = following.equals("true") || following.equals("false");
            next += yesNo ? 1 : 0;
            return yesNo ? following : "true";
        }
        if (following.startsWith("--")) {
            return null;
        }
        next++;
        return following;
    }

    private static @Nullable String keyOf(String flag) {
        for (String key : Keys.OUTSIDE_FILE) {
            if (Keys.flag(key).equals(flag)) {
                return key;
            }
        }
        return null;
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        known.add(CONFIG);
        for (String key : Keys.OUTSIDE_FILE) {
            known.add(Keys.flag(key));
        }
        return known;
    }
}
