package dev.fanfare.conformance;

import com.pusher.client.channel.PresenceChannelEventListener;
import com.pusher.client.channel.PrivateEncryptedChannelEventListener;
import com.pusher.client.channel.PusherEvent;
import com.pusher.client.channel.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Everything that pusher-java-client tells about a channel, each as one line of text, in order. */
final class Recorder implements PresenceChannelEventListener, PrivateEncryptedChannelEventListener {
    private static final long LIMIT_SECONDS = 10;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** The next line, which has to be this one. */
    void expect(String expected) throws InterruptedException {
        String line = next();
        if (!line.equals(expected)) {
            throw new AssertionError("Expected \"" + expected + "\", got \"" + line + "\"");
        }
    }

    String next() throws InterruptedException {
        String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("Nothing happened within " + LIMIT_SECONDS + " s");
        }
        return line;
    }

    /** What has been recorded and not been asked for. */
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        lines.drainTo(rest);
        return rest;
    }

    @Override
    public void onSubscriptionSucceeded(String channel) {
        lines.add("subscribed");
    }

    @Override
    public void onEvent(PusherEvent event) {
        String from = event.getUserId() == null ? "" : " from " + event.getUserId();
        lines.add(event.getEventName() + " " + event.getData() + from);
    }

    @Override
    public void onUsersInformationReceived(String channel, Set<User> users) {
        lines.add("members " + users.stream().map(User::getId).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public void userSubscribed(String channel, User user) {
        lines.add("joined " + user.getId() + " " + user.getInfo());
    }

    @Override
    public void userUnsubscribed(String channel, User user) {
        lines.add("left " + user.getId());
    }

    @Override
    public void onAuthenticationFailure(String message, Exception cause) {
        lines.add("not authorized");
    }

    @Override
    public void onDecryptionFailure(String event, String reason) {
        lines.add("not decrypted: " + event + " " + reason);
    }

    @Override
    public void onError(String message, Exception cause) {
        lines.add("error " + message);
    }
}
