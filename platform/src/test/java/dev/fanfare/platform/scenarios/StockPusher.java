package dev.fanfare.platform.scenarios;

import com.pusher.client.Pusher;
import com.pusher.client.PusherOptions;
import com.pusher.client.util.HttpChannelAuthorizer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import java.util.Map;
import java.util.Objects;

/** Pusher's own client for Java, set up as its documentation does it: a witness that is none of ours. */
final class StockPusher {
    private StockPusher() {}

    /** One of somebody, which connects. */
    static Pusher of(Caller caller) {
        ClientConfig clients = caller.platform().bean(RealtimeService.class).getClientConfig();
        HttpChannelAuthorizer authorizer = new HttpChannelAuthorizer(
                caller.platform().address("/api/pusher/auth").toString());
        authorizer.setHeaders(Map.of("Authorization", "Bearer " + caller.token()));
        Pusher pusher = new Pusher(
                clients.key(),
                new PusherOptions()
                        .setHost(clients.host())
                        .setWsPort(Objects.requireNonNull(clients.port()))
                        .setUseTLS(false)
                        .setChannelAuthorizer(authorizer));
        pusher.connect();
        return pusher;
    }
}
