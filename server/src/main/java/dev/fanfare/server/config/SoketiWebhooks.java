package dev.fanfare.server.config;

import java.util.ArrayList;
import java.util.List;

/** soketi's list of webhooks, turned into ours. Source: soketi documentation, "Webhooks". */
final class SoketiWebhooks {
    private static final String VARIABLE = AliasTable.SOKETI_WEBHOOKS;

    private SoketiWebhooks() {}

    /** @param json the value of the variable */
    static void into(ConfigDraft draft, String json) {
        YamlNode.Mapping top = YamlFile.parse(VARIABLE, "{\"" + Keys.WEBHOOKS + "\": " + json + "}", draft.problems);
        AppDraft app = draft.onlyApp();
        if (top == null || app == null) {
            return;
        }
        YamlNode list = top.entries().getFirst().value();
        if (list instanceof YamlNode.Sequence webhooks) {
            list = new YamlNode.Sequence(
                    webhooks.items().stream().map(SoketiWebhooks::translated).toList(), webhooks.line());
        }
        new YamlSettings(VARIABLE, draft).webhooks(new YamlNode.Entry(Keys.WEBHOOKS, list, 1), app.path() + ".");
    }

    private static YamlNode translated(YamlNode webhook) {
        if (!(webhook instanceof YamlNode.Mapping settings)) {
            return webhook;
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode.Entry entry : settings.entries()) {
            if (entry.key().equals("filter") && entry.value() instanceof YamlNode.Mapping filter) {
                filter.entries().forEach(each -> entries.add(translated(each)));
            } else {
                entries.add(translated(entry));
            }
        }
        return new YamlNode.Mapping(entries, settings.line());
    }

    private static YamlNode.Entry translated(YamlNode.Entry entry) {
        String key = switch (entry.key()) {
            case "event_types" -> WebhookSettings.EVENTS.key();
            case "channel_name_starts_with" -> WebhookSettings.CHANNEL_PREFIXES.key();
            default -> entry.key();
        };
        return new YamlNode.Entry(key, entry.value(), entry.line());
    }
}
