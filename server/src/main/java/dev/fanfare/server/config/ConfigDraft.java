package dev.fanfare.server.config;

import dev.fanfare.engine.app.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings on their way from their sources to a configuration, and every problem met on the way. Used by one thread. */
final class ConfigDraft {
    final SettingValues server = new SettingValues();
    final List<AppDraft> apps = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    OtherServers others = OtherServers.NONE;

    /**
     * Takes a value from outside the file.
     *
     * @param key one of {@link Keys#OUTSIDE_FILE}
     * @param origin the variable or flag
     */
    void set(String key, String text, String origin) {
        SettingValues target = key.startsWith(Keys.APP) ? onlyApp(origin) : server;
        if (target != null) {
            target.read(Keys.setting(key), new Written.One(text), origin, origin, problems);
        }
    }

    /** The only app, made if there is none; null if there are several. */
    @Nullable
    AppDraft onlyApp() {
        if (apps.isEmpty()) {
            apps.add(new AppDraft("app"));
        }
        return apps.size() == 1 ? apps.getFirst() : null;
    }

    private @Nullable SettingValues onlyApp(String origin) {
        AppDraft app = onlyApp();
        if (app == null) {
            problems.add(origin + " is for the only app, and the configuration file has " + apps.size());
            return null;
        }
        return app.values();
    }

    /** @throws ConfigException if there was or is any problem */
    ServerConfig finish() {
        Duration activityTimeout = server.of(ServerSettings.ACTIVITY_TIMEOUT);
        List<App> finished = new ArrayList<>();
        List<WebhookConfig> webhooks = new ArrayList<>();
        for (AppDraft draft : apps) {
            App app = draft.finish(activityTimeout, problems);
            if (app != null) {
                refuseTwin(finished, app, draft.path());
                finished.add(app);
                webhooks.addAll(draft.webhooks(app.id(), problems));
            }
        }
        if (apps.size() > 1 && !server.of(ServerSettings.WEBHOOK).isEmpty()) {
            problems.add("`webhook` is for the only app, and there are " + apps.size()
                    + ": set `webhooks` of each app in the configuration file");
        }
        if (problems.isEmpty()) {
            ServerConfig config = ServerConfig.of(server, finished, webhooks);
            problems.addAll(config.problems());
            if (problems.isEmpty()) {
                return config;
            }
        }
        throw new ConfigException(problems);
    }

    private void refuseTwin(List<App> others, App app, String path) {
        for (App other : others) {
            if (other.id().equals(app.id())) {
                problems.add("`" + path + ".id` is `" + app.id() + "`, which another app has, expected one of its own");
            }
            if (other.key().equals(app.key())) {
                problems.add(
                        "`" + path + ".key` is `" + app.key() + "`, which another app has, expected one of its own");
            }
        }
    }
}
