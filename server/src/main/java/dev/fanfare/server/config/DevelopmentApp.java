package dev.fanfare.server.config;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import java.util.List;

/** The app that is there when nobody has configured one. Its secret is public, so it is never served off loopback. */
public final class DevelopmentApp {
    public static final String ID = "app-id";
    public static final String KEY = "app-key";
    public static final String SECRET = "app-secret";

    private static final AppSecret APP_SECRET = new AppSecret(SECRET);

    private DevelopmentApp() {}

    static App app(int activityTimeoutSeconds, AppLimits limits) {
        return new App(
                ID, KEY, List.of(APP_SECRET), true, List.of(), activityTimeoutSeconds, AppFeatures.DEVELOPMENT, limits);
    }

    /** Whether this is the development app itself, or one just like it. */
    static boolean is(App app) {
        return app.id().equals(ID) && usesCredentialsOf(app);
    }

    /** Whether somebody who has read this project's documentation could sign for the app. */
    static boolean usesCredentialsOf(App app) {
        return app.key().equals(KEY) || app.secrets().contains(APP_SECRET);
    }
}
