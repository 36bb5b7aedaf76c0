package dev.fanfare.platform.scenarios;

import com.pusher.client.Pusher;
import com.pusher.client.channel.Channel;
import com.pusher.client.channel.PresenceChannelEventListener;
import com.pusher.client.channel.PusherEvent;
import com.pusher.client.channel.User;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with Pusher's own client for Java, set up as its manual says, who hears whatever a channel tells. */
final class Witness implements PresenceChannelEventListener, AutoCloseable {
    private static final long LIMIT_SECONDS = 15;
    private static final String SUBSCRIBED = "subscribed";

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();
    private final Pusher pusher;

    /** One event. */
    record Heard(String channel, String event, String data) {
        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }

    Witness(Caller caller) {
        pusher = StockPusher.of(caller);
    }

    /** Follows a channel of any sort from now on. */
    Witness follows(String name) throws InterruptedException {
        Channel channel;
        if (name.startsWith("presence-")) {
            channel = pusher.subscribePresence(name, this);
        } else if (name.startsWith("private-")) {
            channel = pusher.subscribePrivate(name, this);
        } else {
            channel = pusher.subscribe(name, this);
        }
        channel.bindGlobal(this);
        heard(SUBSCRIBED);
        return this;
    }

    /** The next of these events, whatever comes before it. */
    Heard heard(String event) throws InterruptedException {
        while (true) {
            Heard next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No " + event + " came, but " + all);
            }
            all.add(next.toString());
            if (next.event().equals(event)) {
                return next;
            }
        }
    }

    /** Whatever has been heard so far, in order. */
    List<String> all() {
        return List.copyOf(all);
    }

    @Override
    public void onEvent(PusherEvent event) {
        heard.add(new Heard(event.getChannelName(), event.getEventName(), event.getData()));
    }

    @Override
    public void onSubscriptionSucceeded(String channel) {
        heard.add(new Heard(channel, SUBSCRIBED, ""));
    }

    @Override
    public void onAuthenticationFailure(String message, Exception failure) {
        heard.add(new Heard("", "refused", message));
    }

    @Override
    public void onUsersInformationReceived(String channel, Set<User> users) {}

    @Override
    public void userSubscribed(String channel, User user) {
        heard.add(new Heard(channel, "came", "\"" + user.getId() + "\""));
    }

    @Override
    public void userUnsubscribed(String channel, User user) {
        heard.add(new Heard(channel, "went", "\"" + user.getId() + "\""));
    }

    @Override
    public void close() {
        pusher.disconnect();
    }
}
