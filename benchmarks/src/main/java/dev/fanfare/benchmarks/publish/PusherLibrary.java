package dev.fanfare.benchmarks.publish;

import com.pusher.rest.Pusher;
import com.pusher.rest.data.Result;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import java.net.URI;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** {@code pusher-http-java}, with its blocking client on Apache's. */
record PusherLibrary(String name, URI server, Pusher pusher) implements Library {
    static final String STOCK = "pusher-http-java";
    private static final String EVENT = "bid-placed";

    /** As it comes: its pool has two connections for each host, and callers wait for one. */
    static PusherLibrary stock(Target target) {
        return new PusherLibrary(STOCK, target.uri(), pusher(target));
    }

    /** With a connection for each caller. */
    static PusherLibrary wide(Target target, int connections) {
        Pusher pusher = pusher(target);
        pusher.configureHttpClient(Pusher.defaultHttpClientBuilder().setConnectionManager(pool(connections)));
        return new PusherLibrary(STOCK + ", wide pool", target.uri(), pusher);
    }

    private static PoolingHttpClientConnectionManager pool(int connections) {
        var pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(connections);
        pool.setDefaultMaxPerRoute(connections);
        return pool;
    }

    private static Pusher pusher(Target target) {
        Pusher pusher = new Pusher(target.appId(), target.key(), target.secret());
        pusher.setHost(target.host() + ":" + target.port());
        return pusher;
    }

    @Override
    public void publish(String channel, Object data) {
        Result result = pusher.trigger(channel, EVENT, data);
        if (result.getStatus() != Result.Status.SUCCESS) {
            throw new LoadFailure(name + ": " + result.getStatus() + " " + result.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            pusher.close();
        } catch (Exception e) { // its signature says so
            throw new LoadFailure(name + " does not close: " + e);
        }
    }
}
