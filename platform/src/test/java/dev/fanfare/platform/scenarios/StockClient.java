package dev.fanfare.platform.scenarios;

import com.pusher.client.Pusher;
import com.pusher.client.channel.PresenceChannelEventListener;
import com.pusher.client.channel.PusherEvent;
import com.pusher.client.channel.User;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pusher's own client for Java, set up as an application does it: a witness that is none of ours. */
final class StockClient implements AutoCloseable {
    private static final long LIMIT_SECONDS = 15;

    private final Pusher pusher;

    private StockClient(Pusher pusher) {
        this.pusher = pusher;
    }

    static StockClient of(Caller caller) {
        return new StockClient(StockPusher.of(caller));
    }

    /** Subscribes to a private channel and waits until it is, or until it is refused. */
    Heard follow(String channel, String... events) throws InterruptedException {
        Heard heard = new Heard();
        if (channel.startsWith("presence-")) {
            pusher.subscribePresence(channel, heard, events);
        } else {
            pusher.subscribePrivate(channel, heard, events);
        }
        heard.first = heard.next();
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

    /** What happens on a channel, each as one line. */
    static final class Heard implements PresenceChannelEventListener {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private String first = "";

        String first() {
            return first;
        }

        String next() throws InterruptedException {
            String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("Nothing happened within " + LIMIT_SECONDS + " s");
            }
            return line;
        }

        /** The data of the next event, which has to be this one. */
        JsonNode next(String event) throws InterruptedException {
            String line = next();
            if (!line.startsWith(event + " ")) {
                throw new AssertionError("Expected " + event + ", got " + line);
            }
            return JsonMapper.shared().readTree(line.substring(event.length() + 1));
        }

        @Override
        public void onEvent(PusherEvent event) {
            lines.add(event.getEventName() + " " + event.getData());
        }

        @Override
        public void onSubscriptionSucceeded(String channel) {
            if (!channel.startsWith("presence-")) {
                lines.add("subscribed");
            }
        }

        @Override
        public void onUsersInformationReceived(String channel, Set<User> users) {
            lines.add("subscribed");
        }

        @Override
        public void userSubscribed(String channel, User user) {
            lines.add("joined " + user.getId());
        }

        @Override
        public void userUnsubscribed(String channel, User user) {
            lines.add("left " + user.getId());
        }

        @Override
        public void onAuthenticationFailure(String message, Exception cause) {
            lines.add("refused");
        }
    }
}
