package dev.fanfare.server.config;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What settings were set to, each by the last source that named it. Used by one thread. */
final class SettingValues {
    private final Map<Setting<?>, Object> values = new IdentityHashMap<>();
    private final Map<Setting<?>, String> origins = new IdentityHashMap<>();
    private final Set<String> refused = new HashSet<>();

    /**
     * Reads a value.
     *
     * @param subject what the value belongs to, to begin a message with
     * @param origin who says so, such as {@code FANFARE_PORT}
     */
    <T> void read(Setting<T> setting, Written written, String subject, String origin, List<String> problems) {
        ValueType<T> type = setting.type();
        T value;
        try {
            value = written.as(type);
        } catch (IllegalArgumentException | ArithmeticException e) {
            refuse(setting, subject + " is " + written.quotedAs(type) + ", expected " + type.expected(), problems);
            return;
        }
        String problem = type.problem(value);
        if (problem != null) {
            refuse(setting, subject + " is " + problem, problems);
            return;
        }
        values.put(setting, value);
        origins.put(setting, origin);
    }

    private void refuse(Setting<?> setting, String problem, List<String> problems) {
        refused.add(setting.key());
        problems.add(problem);
    }

    /** Whether a value was given and could not be taken. */
    boolean isRefused(Setting<?> setting) {
        return refused.contains(setting.key());
    }

    /** The value, or else the preset. */
    <T> T of(Setting<T> setting) {
        T value = set(setting);
        return value == null ? setting.required() : value;
    }

    /** The value, or null if nobody set it. */
    @SuppressWarnings("unchecked") // read() is the only writer, and puts the setting's own type
    <T> @Nullable T set(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** Who set it, or null. */
    @Nullable
    String origin(Setting<?> setting) {
        return origins.get(setting);
    }

    /** The value or else the preset, as a report shows it; null if there is neither. */
    <T> @Nullable String shown(Setting<T> setting) {
        T value = set(setting);
        T effective = value == null ? setting.preset() : value;
        return effective == null ? null : setting.type().show(effective);
    }
}
