package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.sdk.BlockingRealtime;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import java.net.URI;
import java.util.Map;

/** Our SDK, whose caller waits for the answer. */
record SdkLibrary(String name, URI server, RealtimeService service, BlockingRealtime blocking) implements Library {
    private static final String EVENT = "bid-placed";

    static SdkLibrary pusher(Target target, boolean coalescing) {
        RealtimeService service = service(Map.of(
                "PUSHER_APP_ID",
                target.appId(),
                "PUSHER_KEY",
                target.key(),
                "PUSHER_SECRET",
                target.secret(),
                "PUSHER_HOST",
                target.host(),
                "PUSHER_PORT",
                Integer.toString(target.port()),
                "REALTIME_COALESCING",
                Boolean.toString(coalescing)));
        return of(coalescing ? "SDK, pusher, coalescing" : "SDK, pusher", target.uri(), service);
    }

    /** The server runs in this process. */
    static SdkLibrary embedded() {
        RealtimeService service =
                service(Map.of("REALTIME_PROVIDER", "embedded", "PUSHER_HOST", "127.0.0.1", "PUSHER_PORT", "0"));
        int port = service.unwrap(EmbeddedRealtimeService.class).server().port();
        return of("SDK, embedded", URI.create("http://127.0.0.1:" + port), service);
    }

    private static RealtimeService service(Map<String, String> environment) {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(environment));
    }

    private static SdkLibrary of(String name, URI server, RealtimeService service) {
        return new SdkLibrary(name, server, service, service.blocking());
    }

    @Override
    public void publish(String channel, Object data) {
        try {
            blocking.trigger(channel, EVENT, data);
        } catch (RealtimeException e) {
            throw new LoadFailure(name + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
