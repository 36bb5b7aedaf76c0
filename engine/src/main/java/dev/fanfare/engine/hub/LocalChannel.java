package dev.fanfare.engine.hub;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.SocketId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The subscribers that a channel has on one loop. Owned by that loop. */
final class LocalChannel {
    private static final Subscription[] NONE = {};

    final ChannelName name;
    private Subscription[] subscriptions = NONE;
    private int size;
    /** Subscriptions that wait for the answer of the home loop. */
    private int awaited;

    LocalChannel(ChannelName name) {
        this.name = name;
    }

    int size() {
        return size;
    }

    boolean isUnused() {
        return size == 0 && awaited == 0;
    }

    void await() {
        awaited++;
    }

    void answered() {
        awaited--;
    }

    void add(Subscription subscription) {
        if (size == subscriptions.length) {
            subscriptions = Arrays.copyOf(subscriptions, size == 0 ? 1 : size + (size >> 1) + 1);
        }
        subscription.position = size;
        subscriptions[size++] = subscription;
    }

    void remove(Subscription subscription) {
        Subscription last = subscriptions[--size];
        subscriptions[subscription.position] = last;
        last.position = subscription.position;
        Arrays.fill(subscriptions, size, size + 1, null);
        if (size < subscriptions.length >> 2) {
            subscriptions = Arrays.copyOf(subscriptions, size);
        }
    }

    /** Everybody but one gets the run from the position on. Returns how many they are. */
    int follow(HubShard shard, Run run, int start, @Nullable SocketId except) {
        int followers = size;
        for (int i = 0; i < size; i++) {
            Subscriber subscriber = subscriptions[i].subscriber;
            if (except == null || !subscriber.is(except)) {
                shard.pending(subscriber).follow(run, start);
            } else {
                followers--;
            }
        }
        return followers;
    }
}
