package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a YAML file. */
final class YamlSettings {
    private final String file;
    private final ConfigDraft draft;

    /** @param file how messages call it */
    YamlSettings(String file, ConfigDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void read(YamlNode.Mapping top) {
        group(top, "", ServerSettings.ALL, draft.server, "");
    }

    /**
     * @param group the key of the group with a dot behind it, empty at the top
     * @param path how messages call the table, such as {@code apps[0].}
     */
    private void group(
            YamlNode.Mapping mapping, String group, List<Setting<?>> table, SettingValues values, String path) {
        Set<String> seen = new HashSet<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = group + entry.key();
            String where = at(entry.line()) + "`" + path + key + "`";
            Setting<?> setting = Keys.find(table, key);
            if (!seen.add(key)) {
                draft.problems.add(where + " is set twice, expected once");
            } else if (setting != null) {
                values.read(setting, written(setting, entry.value()), where, origin(entry.line()), draft.problems);
            } else if (Keys.isGroup(table, key)) {
                subgroup(entry, key + ".", table, values, path);
            } else if (path.isEmpty() && key.equals(Keys.APPS)) {
                apps(entry);
            } else if (table == AppSettings.ALL && key.equals(Keys.WEBHOOKS)) {
                webhooks(entry, path);
            } else {
                draft.problems.add(at(entry.line()) + "unknown key `" + path + key + "`"
                        + Spelling.suggestion(meant(entry.key(), group, table, path)));
            }
        }
    }

    private void subgroup(
            YamlNode.Entry entry, String group, List<Setting<?>> table, SettingValues values, String path) {
        if (entry.value() instanceof YamlNode.Mapping mapping) {
            group(mapping, group, table, values, path);
        } else if (!(entry.value() instanceof YamlNode.Empty)) {
            String name = path + group.substring(0, group.length() - 1);
            draft.problems.add(
                    at(entry.line()) + "`" + name + "` is " + entry.value().kind() + ", expected a group of settings");
        }
    }

    private void apps(YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Empty) {
            return;
        }
        if (!(entry.value() instanceof YamlNode.Sequence sequence)) {
            draft.problems.add(at(entry.line()) + "`apps` is " + entry.value().kind() + ", expected a list of apps");
            return;
        }
        for (YamlNode item : sequence.items()) {
            String path = Keys.APPS + "[" + draft.apps.size() + "]";
            AppDraft app = new AppDraft(path);
            draft.apps.add(app);
            if (item instanceof YamlNode.Mapping mapping) {
                group(mapping, "", AppSettings.ALL, app.values(), path + ".");
            } else {
                draft.problems.add(
                        at(item.line()) + "`" + path + "` is " + item.kind() + ", expected an app's settings");
            }
        }
    }

    /** @param entry the list of webhooks of the last app */
    void webhooks(YamlNode.Entry entry, String pathOfApp) {
        String list = pathOfApp + Keys.WEBHOOKS;
        if (entry.value() instanceof YamlNode.Empty) {
            return;
        }
        if (!(entry.value() instanceof YamlNode.Sequence sequence)) {
            draft.problems.add(
                    at(entry.line()) + "`" + list + "` is " + entry.value().kind() + ", expected a list of webhooks");
            return;
        }
        List<SettingValues> hooks = draft.apps.getLast().hooks();
        for (YamlNode item : sequence.items()) {
            String path = list + "[" + hooks.size() + "]";
            SettingValues values = new SettingValues();
            hooks.add(values);
            if (item instanceof YamlNode.Mapping mapping) {
                group(mapping, "", WebhookSettings.ALL, values, path + ".");
            } else {
                draft.problems.add(
                        at(item.line()) + "`" + path + "` is " + item.kind() + ", expected a webhook's settings");
            }
        }
    }

    private static Written written(Setting<?> setting, YamlNode value) {
        return setting == WebhookSettings.HEADERS && value instanceof YamlNode.Mapping headers
                ? lines(headers)
                : written(value);
    }

    private static Written lines(YamlNode.Mapping headers) {
        List<String> lines = new ArrayList<>();
        for (YamlNode.Entry header : headers.entries()) {
            if (!(header.value() instanceof YamlNode.Scalar scalar)) {
                return new Written.Other("a group with " + header.value().kind() + " in it");
            }
            lines.add(header.key() + ": " + scalar.text());
        }
        return new Written.Several(lines);
    }

    private static Written written(YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar) {
            return new Written.One(scalar.text());
        }
        if (!(value instanceof YamlNode.Sequence sequence)) {
            return new Written.Other(value.kind());
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (!(item instanceof YamlNode.Scalar scalar)) {
                return new Written.Other("a list with " + item.kind() + " in it");
            }
            texts.add(scalar.text());
        }
        return new Written.Several(texts);
    }

    /** What is spelt like it in the same group, or else the place where a setting of that name belongs. */
    private static @Nullable String meant(String wrong, String group, List<Setting<?>> table, String path) {
        List<String> names = Keys.below(table, group);
        if (path.isEmpty() && group.isEmpty()) {
            names.add(Keys.APPS);
        }
        if (table == AppSettings.ALL && group.isEmpty()) {
            names.add(Keys.WEBHOOKS);
        }
        String nearest = Spelling.nearest(wrong, names);
        if (nearest != null) {
            return nearest;
        }
        String elsewhere = Keys.endingIn(table, wrong);
        if (elsewhere != null) {
            return path + elsewhere;
        }
        boolean ofApp = path.isEmpty() && Keys.find(AppSettings.ALL, wrong) != null;
        return ofApp ? Keys.APPS + "[0]." + wrong : Keys.find(ServerSettings.ALL, wrong) != null ? wrong : null;
    }

    private String at(int line) {
        return origin(line) + ": ";
    }

    private String origin(int line) {
        return file + ":" + line;
    }
}
