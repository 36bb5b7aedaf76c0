package dev.fanfare.server;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.server.api.ApiContext;
import dev.fanfare.server.api.HttpApi;
import dev.fanfare.server.api.RequestCounts;
import dev.fanfare.server.config.ConfigException;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.TlsConfig;
import dev.fanfare.server.config.TransportConfig;
import dev.fanfare.server.memory.MemoryGuard;
import dev.fanfare.server.metrics.Metrics;
import dev.fanfare.server.metrics.Sources;
import dev.fanfare.server.reload.FilePoller;
import dev.fanfare.server.reload.LiveApps;
import dev.fanfare.server.reload.LiveWebhooks;
import dev.fanfare.server.store.Store;
import dev.fanfare.server.store.StoreException;
import dev.fanfare.server.transport.EventLoops;
import dev.fanfare.server.transport.LagCounts;
import dev.fanfare.server.transport.Tls;
import dev.fanfare.server.transport.TlsFiles;
import dev.fanfare.server.transport.Transport;
import dev.fanfare.server.transport.TransportCounts;
import dev.fanfare.server.transport.TransportException;
import dev.fanfare.server.transport.TransportSettings;
import dev.fanfare.server.usage.DailyUsage;
import dev.fanfare.server.webhook.Webhooks;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running server. Several may run in one JVM. Needs Java 25.
 *
 * <p>Every method may be called from any thread but the server's own.
 */
public final class Server implements AutoCloseable {
    /** How long the end waits for webhooks that are under way. */
    private static final Duration FLUSH_TIME = Duration.ofSeconds(5);

    private final EventLoops loops;
    private final LiveApps apps;
    private final Node node;
    private final Store store;
    private final LiveWebhooks webhooks;
    private final DailyUsage usage;
    private final List<RequestCounts> requests = new CopyOnWriteArrayList<>();
    private final Metrics metrics;
    private final Transport transport;
    private final MemoryGuard guard;
    private final @Nullable FilePoller pemPoller;
    private volatile Duration drainTime;
    private final AtomicBoolean closing = new AtomicBoolean();

    private Server(ServerConfig config, EventLoops loops, Store store) {
        this.loops = loops;
        drainTime = config.drainTime();
        Tls tls = config.tls().isOn() ? Tls.load(new TlsFiles(config.tls()), InstantSource.system()) : null;
        apps = new LiveApps(config.apps());
        this.store = store;
        webhooks = new LiveWebhooks(apps, store, InstantSource.system());
        webhooks.configure(config.webhooks());
        guard = MemoryGuard.of(config.memoryGuard(), this::queuedBytes);
        node = Node.builder()
                .loops(loops.loops())
                .apps(apps)
                .listener(webhooks)
                .accepting(this::isReady)
                .overQuota(this::isOverQuota)
                .pongTimeout(config.heartbeat().pongTimeout())
                .random(SocketIdRandom.INSTANCE)
                .build();
        node.start();
        usage = new DailyUsage(apps, this::messages, store, InstantSource.system());
        metrics = new Metrics(new Sources(
                node, usage::today, this::transportCounts, this::loopLag, requests, webhooks, tls, this::isReady));
        boolean listening = false;
        try {
            transport = Transport.start(
                    loops, TransportSettings.of(config), node, HttpApi.onEveryLoop(() -> newHttpApi(config)), tls);
            listening = true;
        } finally {
            if (!listening) {
                node.close();
                closeRecords();
            }
        }
        pemPoller = tls == null ? null : pollerOf(config.tls(), config.reloadInterval(), tls);
    }

    /**
     * Starts a server, and returns when it accepts connections.
     *
     * @throws ConfigException if the configuration's parts do not go together
     * @throws TransportException if this machine cannot serve sockets that way
     * @throws StoreException if the folder of {@code data} cannot be used
     */
    public static Server start(ServerConfig config) {
        List<String> problems = config.problems();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        Store store = config.data().isEmpty()
                ? Store.ofNothing()
                : Store.open(Path.of(config.data()), InstantSource.system());
        EventLoops loops =
                EventLoops.start(config.transport().kind(), config.transport().loops());
        boolean started = false;
        try {
            Server server = new Server(config, loops, store);
            server.guard.start();
            server.usage.start();
            started = true;
            return server;
        } finally {
            if (!started) {
                loops.close();
                store.close();
            }
        }
    }

    private static @Nullable FilePoller pollerOf(TlsConfig files, Duration interval, Tls tls) {
        if (interval.isZero()) {
            return null;
        }
        FilePoller poller = new FilePoller(interval);
        poller.watch(List.of(Path.of(files.certificate()), Path.of(files.key())), tls::reload);
        return poller;
    }

    private HttpApi newHttpApi(ServerConfig config) {
        RequestCounts counts = new RequestCounts();
        requests.add(counts);
        return new HttpApi(
                node,
                config.api(),
                config.pathPrefix(),
                InstantSource.system(),
                new ApiContext(
                        this::isReady,
                        this::messagesToday,
                        webhooks,
                        metrics,
                        config.metrics().token(),
                        config.log().requests(),
                        counts));
    }

    /** Messages of the app since midnight UTC, as its daily limit counts them. */
    public long messagesToday(App app) {
        return usage.today(app);
    }

    /** What tells back ends of channels; null before the first webhook is configured. */
    public @Nullable Webhooks webhooks() {
        return webhooks.current();
    }

    private boolean isOverQuota(App app) {
        return usage.test(app);
    }

    private long messages(App app) {
        return node.usage(app).messages() + webhooks.delivered(app.id());
    }

    private long queuedBytes() {
        return transport.queuedBytes();
    }

    private TransportCounts transportCounts() {
        return transport.counts();
    }

    private LagCounts loopLag() {
        return transport.lag();
    }

    /**
     * Puts what a running server can change in force: its apps, of which those who are connected keep their connections, their
     * webhooks, and how long a drain takes. All else stays as it was. Called by one thread at a
     * time.
     *
     * @throws ConfigException if the configuration's parts do not go together; nothing has changed then
     */
    public void reload(ServerConfig config) {
        List<String> problems = config.problems();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        drainTime = config.drainTime();
        apps.replace(config.apps());
        node.refreshApps();
        webhooks.configure(config.webhooks());
    }

    /** Whether the server wants traffic: it is not being closed, and has memory for new connections. */
    public boolean isReady() {
        return !closing.get() && guard.getAsBoolean();
    }

    /** What the server serves, for applications that run it inside themselves. Not to be closed by them. */
    public Node node() {
        return node;
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        return transport.address();
    }

    /** The port it listens on, which is not the configured one if that is 0. */
    public int port() {
        return address().getPort();
    }

    /** How sockets are served: what {@code auto} has become, or the kind that was configured. */
    public TransportConfig.Kind transport() {
        return loops.kind();
    }

    /**
     * Stops as a server should that others take over from: it is not ready at once, refuses newcomers (4100), asks its
     * connections to come back elsewhere (4200), spread evenly over the configured time, and then closes. Publishing goes on
     * meanwhile. Returns when all is done. Only the first call of this or {@link #close} does anything.
     */
    public void drain() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        webhooks.freeze();
        Draining.run(node, drainTime);
        stop();
    }

    /**
     * Stops accepting, asks every client to come back elsewhere, and returns when they are gone or have had seconds to go. Only
     * the first call does anything.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            stop();
        }
    }

    private void stop() {
        if (pemPoller != null) {
            pemPoller.close();
        }
        webhooks.freeze();
        webhooks.flush(FLUSH_TIME);
        guard.close();
        metrics.close();
        node.close();
        transport.close();
        loops.close();
        closeRecords();
        store.close();
    }

    private void closeRecords() {
        webhooks.close();
        usage.close();
    }
}
