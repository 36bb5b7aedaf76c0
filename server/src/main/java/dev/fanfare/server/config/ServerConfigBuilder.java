package dev.fanfare.server.config;

import dev.fanfare.engine.app.App;
import java.time.Duration;
import java.util.List;

/** Changes some of a configuration; {@link ServerConfig} says what each part is. Used by one thread. */
public final class ServerConfigBuilder {
    private String host;
    private int port;
    private String pathPrefix;
    private List<AddressBlock> trustedProxies;
    private boolean noLimits;
    private TransportConfig transport;
    private TlsConfig tls;
    private ApiConfig api;
    private HeartbeatConfig heartbeat;
    private Duration drainTime;
    private Duration reloadInterval;
    private MemoryGuardConfig memoryGuard;
    private MetricsConfig metrics;
    private LogConfig log;
    private String data;
    private List<App> apps;
    private List<WebhookConfig> webhooks;

    ServerConfigBuilder(ServerConfig config) {
        host = config.host();
        port = config.port();
        pathPrefix = config.pathPrefix();
        trustedProxies = config.trustedProxies();
        noLimits = config.noLimits();
        transport = config.transport();
        tls = config.tls();
        api = config.api();
        heartbeat = config.heartbeat();
        drainTime = config.drainTime();
        reloadInterval = config.reloadInterval();
        memoryGuard = config.memoryGuard();
        metrics = config.metrics();
        log = config.log();
        data = config.data();
        apps = config.apps();
        webhooks = config.webhooks();
    }

    public ServerConfigBuilder host(String host) {
        this.host = host;
        return this;
    }

    public ServerConfigBuilder port(int port) {
        this.port = port;
        return this;
    }

    public ServerConfigBuilder pathPrefix(String pathPrefix) {
        this.pathPrefix = pathPrefix;
        return this;
    }

    public ServerConfigBuilder trustedProxies(List<AddressBlock> trustedProxies) {
        this.trustedProxies = trustedProxies;
        return this;
    }

    public ServerConfigBuilder noLimits(boolean noLimits) {
        this.noLimits = noLimits;
        return this;
    }

    public ServerConfigBuilder transport(TransportConfig transport) {
        this.transport = transport;
        return this;
    }

    public ServerConfigBuilder tls(TlsConfig tls) {
        this.tls = tls;
        return this;
    }

    public ServerConfigBuilder api(ApiConfig api) {
        this.api = api;
        return this;
    }

    public ServerConfigBuilder heartbeat(HeartbeatConfig heartbeat) {
        this.heartbeat = heartbeat;
        return this;
    }

    public ServerConfigBuilder drainTime(Duration drainTime) {
        this.drainTime = drainTime;
        return this;
    }

    public ServerConfigBuilder reloadInterval(Duration reloadInterval) {
        this.reloadInterval = reloadInterval;
        return this;
    }

    public ServerConfigBuilder memoryGuard(MemoryGuardConfig memoryGuard) {
        this.memoryGuard = memoryGuard;
        return this;
    }

    public ServerConfigBuilder metrics(MetricsConfig metrics) {
        this.metrics = metrics;
        return this;
    }

    public ServerConfigBuilder log(LogConfig log) {
        this.log = log;
        return this;
    }

    public ServerConfigBuilder apps(List<App> apps) {
        this.apps = apps;
        return this;
    }

    public ServerConfigBuilder data(String data) {
        this.data = data;
        return this;
    }

    public ServerConfigBuilder webhooks(List<WebhookConfig> webhooks) {
        this.webhooks = webhooks;
        return this;
    }

    /** @throws IllegalArgumentException if a value is out of the range that the guide states */
    public ServerConfig build() {
        return new ServerConfig(
                host,
                port,
                pathPrefix,
                trustedProxies,
                noLimits,
                transport,
                tls,
                api,
                heartbeat,
                drainTime,
                reloadInterval,
                data,
                memoryGuard,
                metrics,
                log,
                apps,
                webhooks);
    }
}
