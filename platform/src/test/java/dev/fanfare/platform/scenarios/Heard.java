package dev.fanfare.platform.scenarios;

import com.pusher.client.channel.PresenceChannelEventListener;
import com.pusher.client.channel.PusherEvent;
import com.pusher.client.channel.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens on a channel, as Pusher's own client tells it. Asked by one thread. */
final class Heard implements PresenceChannelEventListener {
    static final String SUBSCRIBED = "subscribed";
    static final String REFUSED = "refused";

    /** Members of presence channels, each as the data of such an event. */
    static final String JOINED = "joined";

    static final String LEFT = "left";

    private static final long LIMIT_SECONDS = 15;

    private final BlockingQueue<Event> coming = new LinkedBlockingQueue<>();
    private final List<Event> all = new ArrayList<>();

    /** One event, or what the client says of the channel itself. */
    record Event(String name, String data) {
        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }

    private Event next() throws InterruptedException {
        Event next = coming.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing happened within " + LIMIT_SECONDS + " s after " + all);
        }
        all.add(next);
        return next;
    }

    /** What happens next, which has to be this. */
    Event next(String name) throws InterruptedException {
        Event next = next();
        if (!next.name.equals(name)) {
            throw new AssertionError("Expected " + name + ", got " + next);
        }
        return next;
    }

    /** The next one of these, whatever comes before it. */
    Event until(String name) throws InterruptedException {
        Event next = next();
        while (!next.name.equals(name)) {
            next = next();
        }
        return next;
    }

    /** Whatever has been asked for so far, and what came before that, in order. */
    List<Event> all() {
        return List.copyOf(all);
    }

    /** The protocol's own events the client tells as what they mean. */
    @Override
    public void onEvent(PusherEvent event) {
        if (!event.getEventName().startsWith("pusher_internal:")) {
            coming.add(new Event(event.getEventName(), String.valueOf(event.getData())));
        }
    }

    /** Of presence channels the client knows the members only when it has been told of them. */
    @Override
    public void onSubscriptionSucceeded(String channel) {
        if (!channel.startsWith("presence-")) {
            coming.add(new Event(SUBSCRIBED, ""));
        }
    }

    @Override
    public void onUsersInformationReceived(String channel, Set<User> users) {
        coming.add(new Event(SUBSCRIBED, ""));
    }

    @Override
    public void userSubscribed(String channel, User user) {
        coming.add(new Event(JOINED, user.getId()));
    }

    @Override
    public void userUnsubscribed(String channel, User user) {
        coming.add(new Event(LEFT, user.getId()));
    }

    @Override
    public void onAuthenticationFailure(String message, Exception failure) {
        coming.add(new Event(REFUSED, message));
    }
}
