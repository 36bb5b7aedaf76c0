package dev.fanfare.server.config;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app whose settings are still being collected.
 *
 * @param path how messages call it, such as {@code apps[0]}
 * @param hooks its webhooks, each on the way to a {@link WebhookConfig}
 */
record AppDraft(String path, SettingValues values, List<SettingValues> hooks) {
    AppDraft(String path) {
        this(path, new SettingValues(), new ArrayList<>());
    }

    List<WebhookConfig> webhooks(String appId, List<String> problems) {
        List<WebhookConfig> webhooks = new ArrayList<>();
        for (SettingValues hook : hooks) {
            String name = path + "." + Keys.WEBHOOKS + "[" + hooks.indexOf(hook) + "]";
            WebhookConfig webhook = WebhookSettings.read(appId, hook, name, problems);
            if (webhook != null) {
                webhooks.add(webhook);
            }
        }
        return webhooks;
    }

    /** The app; or null, after a problem for each thing that is missing. */
    @Nullable
    App finish(Duration activityTimeout, List<String> problems) {
        String id = required(AppSettings.ID, problems);
        String key = required(AppSettings.KEY, problems);
        List<AppSecret> secrets = secrets(problems);
        if (id == null || key == null || secrets.isEmpty()) {
            return null;
        }
        Duration own = values.set(AppSettings.ACTIVITY_TIMEOUT);
        return new App(
                id,
                key,
                secrets,
                values.of(AppSettings.ENABLED),
                values.of(AppSettings.ALLOWED_ORIGINS),
                (int) (own == null ? activityTimeout : own).toSeconds(),
                features(),
                limits());
    }

    private @Nullable String required(Setting<String> setting, List<String> problems) {
        String value = values.set(setting);
        if (value == null && !values.isRefused(setting)) {
            problems.add("`" + path + "." + setting.key() + "` is not set, expected "
                    + setting.type().expected());
        }
        return value;
    }

    private List<AppSecret> secrets(List<String> problems) {
        AppSecret one = values.set(AppSettings.SECRET);
        List<AppSecret> several = values.of(AppSettings.SECRETS);
        if (one != null && !several.isEmpty()) {
            problems.add("`" + path + ".secret` and `" + path + ".secrets` are both set, expected one of them");
        }
        if (one != null) {
            return List.of(one);
        }
        if (several.isEmpty() && !values.isRefused(AppSettings.SECRET) && !values.isRefused(AppSettings.SECRETS)) {
            problems.add("`" + path + ".secret` is not set, expected a text");
        }
        return several;
    }

    private AppFeatures features() {
        return new AppFeatures(
                values.of(AppSettings.CLIENT_EVENTS),
                values.of(AppSettings.USER_AUTHENTICATION),
                values.of(AppSettings.WATCHLISTS),
                values.of(AppSettings.SUBSCRIPTION_COUNT),
                values.of(AppSettings.TLS_ONLY),
                values.of(AppSettings.AUTHORIZATION_TIMEOUT));
    }

    private int ownOr(Setting<Integer> setting, int ofPlan) {
        Integer own = values.set(setting);
        return own == null ? ofPlan : own;
    }

    private AppLimits limits() {
        Plan plan = values.of(AppSettings.PLAN);
        return new AppLimits(
                ownOr(AppSettings.CONNECTIONS, plan.connections),
                ownOr(AppSettings.CHANNELS, plan.channels),
                ownOr(AppSettings.MESSAGES_PER_DAY, plan.messagesPerDay),
                values.of(AppSettings.SUBSCRIPTIONS_PER_CONNECTION),
                values.of(AppSettings.CHANNEL_NAME_LENGTH),
                values.of(AppSettings.EVENT_NAME_LENGTH),
                values.of(AppSettings.EVENT_DATA_SIZE),
                values.of(AppSettings.CHANNELS_PER_PUBLISH),
                values.of(AppSettings.EVENTS_PER_BATCH),
                values.of(AppSettings.PRESENCE_MEMBERS),
                values.of(AppSettings.PRESENCE_MEMBER_SIZE),
                values.of(AppSettings.USER_ID_LENGTH),
                values.of(AppSettings.CLIENT_EVENTS_PER_SECOND),
                values.of(AppSettings.WATCHLIST_SIZE),
                values.of(AppSettings.CACHE_TTL));
    }
}
