package dev.fanfare.platform.scenarios;

import com.pusher.client.Pusher;
import com.pusher.client.channel.PrivateChannelEventListener;
import com.pusher.client.channel.PusherEvent;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Pusher's own client for Java, of somebody who is signed in, as its documentation sets it up. Belongs to one test thread. */
final class StockListener implements AutoCloseable {
    private static final long LIMIT_SECONDS = 15;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Pusher pusher;

    /** What a channel has told, or {@code subscribed} or {@code refused}. */
    record Heard(String channel, String event, String data) {}

    StockListener(Caller caller) {
        pusher = StockPusher.of(caller);
    }

    /** @return {@code subscribed} or {@code refused} */
    String subscribe(String channel, String... events) throws InterruptedException {
        pusher.subscribePrivate(channel, new Listener(), events);
        return next().event();
    }

    Heard next() throws InterruptedException {
        Heard next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was heard within " + LIMIT_SECONDS + " s");
        }
        return next;
    }

    private final class Listener implements PrivateChannelEventListener {
        @Override
        public void onEvent(PusherEvent event) {
            heard.add(new Heard(event.getChannelName(), event.getEventName(), event.getData()));
        }

        @Override
        public void onSubscriptionSucceeded(String channel) {
            heard.add(new Heard(channel, "subscribed", ""));
        }

        @Override
        public void onAuthenticationFailure(String message, Exception cause) {
            heard.add(new Heard("", "refused", message));
        }
    }

    @Override
    public void close() {
        pusher.disconnect();
    }
}
