package dev.fanfare.server.config;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What settings were set to, each by the last source that named it. Used by one thread. */
final class SettingValues {
    private final Map<Setting<?>, Object> values = new IdentityHashMap<>();
    private final Map<Setting<?>, String> origins = new IdentityHashMap<>();

    /** @param origin who says so, such as {@code FANFARE_PORT} */
    <T> void set(Setting<T> setting, T value, String origin) {
        values.put(setting, value);
        origins.put(setting, origin);
    }

    /** The value, or else the preset. */
    <T> T of(Setting<T> setting) {
        T value = set(setting);
        return value == null ? setting.required() : value;
    }

    /** The value, or null if nobody set it. */
    @SuppressWarnings("unchecked") // set() is the only writer, and takes the setting's own type
    <T> @Nullable T set(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** Who set it, or null. */
    @Nullable String origin(Setting<?> setting) {
        return origins.get(setting);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value or else the preset, as a report shows it; null if there is neither. */
    <T> @Nullable String shown(Setting<T> setting) {
        T value = set(setting);
        T effective = value == null ? setting.preset() : value;
        return effective == null ? null : setting.type().show(effective);
    }
}
