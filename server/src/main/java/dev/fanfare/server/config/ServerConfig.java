package dev.fanfare.server.config;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a server is told before it starts. Immutable; each value is in the range that the guide states, but only
 * {@link #problems()} says whether they go together.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param pathPrefix empty, or a path such as {@code /realtime}
 * @param trustedProxies who is believed about the client it speaks for
 * @param noLimits whether the development app has no limits; see {@link #withoutLimits()}
 * @param drainTime how long a server that is told to stop takes to send its connections away
 * @param reloadInterval how often files are looked at for changes, zero for never
 * @param data the folder of what survives a restart, empty for none
 * @param apps one or more
 * @param webhooks of all apps
 */
public record ServerConfig(
        String host,
        int port,
        String pathPrefix,
        List<AddressBlock> trustedProxies,
        boolean noLimits,
        TransportConfig transport,
        TlsConfig tls,
        ApiConfig api,
        HeartbeatConfig heartbeat,
        Duration drainTime,
        Duration reloadInterval,
        String data,
        MemoryGuardConfig memoryGuard,
        MetricsConfig metrics,
        LogConfig log,
        List<App> apps,
        List<WebhookConfig> webhooks) {
    /** @throws IllegalArgumentException if a value is out of range */
    public ServerConfig {
        ServerSettings.HOST.check(host);
        ServerSettings.PORT.check(port);
        ServerSettings.PATH_PREFIX.check(pathPrefix);
        ServerSettings.DRAIN_TIME.check(drainTime);
        ServerSettings.RELOAD_INTERVAL.check(reloadInterval);
        trustedProxies = List.copyOf(trustedProxies);
        apps = List.copyOf(apps);
        webhooks = List.copyOf(webhooks);
    }

    /** The development app on loopback, and every setting as it is when nobody sets it. */
    public static ServerConfig development() {
        return of(new SettingValues(), List.of(), List.of());
    }

    /** @param configured apps; the development app if there are none */
    static ServerConfig of(SettingValues values, List<App> configured, List<WebhookConfig> webhooks) {
        HeartbeatConfig heartbeat = HeartbeatConfig.of(values);
        boolean noLimits = values.of(ServerSettings.NO_LIMITS);
        int activitySeconds = (int) heartbeat.activityTimeout().toSeconds();
        AppLimits limits = noLimits ? AppLimits.NONE : AppLimits.DEFAULT;
        List<App> apps = configured.isEmpty() ? List.of(DevelopmentApp.app(activitySeconds, limits)) : configured;
        List<WebhookConfig> all = new ArrayList<>(webhooks);
        for (URI url : values.of(ServerSettings.WEBHOOK)) {
            all.add(WebhookSettings.everything(apps.getFirst().id(), url));
        }
        return new ServerConfig(
                values.of(ServerSettings.HOST),
                values.of(ServerSettings.PORT),
                values.of(ServerSettings.PATH_PREFIX),
                values.of(ServerSettings.TRUSTED_PROXIES),
                noLimits,
                TransportConfig.of(values),
                TlsConfig.of(values),
                ApiConfig.of(values),
                heartbeat,
                values.of(ServerSettings.DRAIN_TIME),
                values.of(ServerSettings.RELOAD_INTERVAL),
                values.of(ServerSettings.DATA),
                MemoryGuardConfig.of(values),
                MetricsConfig.of(values),
                LogConfig.of(values),
                apps,
                all);
    }

    /** What keeps a server from starting with this, each as a sentence that says what to set. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (noLimits && !isDevelopment()) {
            problems.add(
                    "`no-limits` is for the development app, and other apps are configured: leave it out, and raise"
                            + " the `limits` of an app instead");
        }
        if (tls.certificate().isEmpty() != tls.key().isEmpty()) {
            problems.add(
                    tls.key().isEmpty()
                            ? "`tls.certificate` is set and `tls.key` is missing: set both, or neither"
                            : "`tls.key` is set and `tls.certificate` is missing: set both, or neither");
        }
        for (App app : apps) {
            if (DevelopmentApp.usesCredentialsOf(app) && !onLoopback()) {
                problems.add(isDevelopment() ? noAppsConfigured() : publicCredentials(app));
            }
        }
        return problems;
    }

    /** Whether the development app is the only one. */
    public boolean isDevelopment() {
        return apps.size() == 1 && DevelopmentApp.is(apps.getFirst());
    }

    private String noAppsConfigured() {
        return "`host` is `" + host
                + "`, which others can reach, and no app is configured: the development app, whose secret"
                + " is public, is for loopback only. Set FANFARE_APP_ID, FANFARE_APP_KEY and FANFARE_APP_SECRET, or `apps` in"
                + " the configuration file";
    }

    private String publicCredentials(App app) {
        return "`host` is `" + host + "`, which others can reach, and app `" + app.id()
                + "` has the key or the secret of the" + " development app, which are public: give it its own";
    }

    private boolean onLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** To change some of it. */
    public ServerConfigBuilder with() {
        return new ServerConfigBuilder(this);
    }

    public ServerConfig withHost(String host) {
        return with().host(host).build();
    }

    public ServerConfig withPort(int port) {
        return with().port(port).build();
    }

    public ServerConfig withPathPrefix(String pathPrefix) {
        return with().pathPrefix(pathPrefix).build();
    }

    public ServerConfig withTransport(TransportConfig.Kind kind) {
        return with().transport(transport.withKind(kind)).build();
    }

    public ServerConfig withApps(List<App> apps) {
        return with().apps(apps).build();
    }

    /** The same with a development app that may do everything a frame or a body can hold, for load tests. */
    public ServerConfig withoutLimits() {
        App app = DevelopmentApp.app((int) heartbeat.activityTimeout().toSeconds(), AppLimits.NONE);
        return with().noLimits(true).apps(List.of(app)).build();
    }
}
