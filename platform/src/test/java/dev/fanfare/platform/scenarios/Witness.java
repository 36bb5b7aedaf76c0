package dev.fanfare.platform.scenarios;

import com.pusher.client.Pusher;
import com.pusher.client.PusherOptions;
import com.pusher.client.channel.Channel;
import com.pusher.client.channel.User;
import com.pusher.client.util.HttpChannelAuthorizer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody with Pusher's own client for Java, set up as its documentation does it: a witness that is none of ours. */
final class Witness implements AutoCloseable {
    private final Pusher pusher;

    Witness(Caller caller) {
        ClientConfig clients = caller.platform().bean(RealtimeService.class).getClientConfig();
        HttpChannelAuthorizer authorizer = new HttpChannelAuthorizer(
                caller.platform().address("/api/pusher/auth").toString());
        authorizer.setHeaders(Map.of("Authorization", "Bearer " + caller.token()));
        pusher = new Pusher(
                clients.key(),
                new PusherOptions()
                        .setHost(clients.host())
                        .setWsPort(Objects.requireNonNull(clients.port()))
                        .setUseTLS(false)
                        .setChannelAuthorizer(authorizer));
        pusher.connect();
    }

    /**
     * Follows a channel of any sort from now on.
     *
     * @param events which are heard; none for all
     */
    Heard follow(String channel, String... events) throws InterruptedException {
        Heard heard = subscribe(channel, events);
        heard.next(Heard.SUBSCRIBED);
        return heard;
    }

    /** Tries to follow a channel, and must not. */
    void assertRefused(String channel) throws InterruptedException {
        subscribe(channel).next(Heard.REFUSED);
    }

    private Heard subscribe(String name, String... events) {
        Heard heard = new Heard();
        Channel channel;
        if (name.startsWith("presence-")) {
            channel = pusher.subscribePresence(name, heard, events);
        } else if (name.startsWith("private-")) {
            channel = pusher.subscribePrivate(name, heard, events);
        } else {
            channel = pusher.subscribe(name, heard, events);
        }
        if (events.length == 0) {
            channel.bindGlobal(heard);
        }
        return heard;
    }

    /** Who is in a presence channel, as this client knows it. */
    Set<String> members(String channel) {
        return pusher.getPresenceChannel(channel).getUsers().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        pusher.disconnect();
    }
}
