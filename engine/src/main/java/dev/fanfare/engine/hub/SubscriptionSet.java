package dev.fanfare.engine.hub;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subscriptions of one connection, by channel name. Most connections have one: it takes no map. */
final class SubscriptionSet {
    private @Nullable Subscription only;
    private @Nullable Map<String, Subscription> several;

    int size() {
        if (several != null) {
            return several.size();
        }
        return only == null ? 0 : 1;
    }

    @Nullable
    Subscription find(String channel) {
        if (several != null) {
            return several.get(channel);
        }
        return only != null && only.channel.name.value().equals(channel) ? only : null;
    }

    void add(Subscription subscription) {
        if (several != null) {
            several.put(subscription.channel.name.value(), subscription);
        } else if (only == null) {
            only = subscription;
        } else {
            Map<String, Subscription> both = new LinkedHashMap<>(4);
            both.put(only.channel.name.value(), only);
            both.put(subscription.channel.name.value(), subscription);
            several = both;
            only = null;
        }
    }

    void remove(Subscription subscription) {
        if (several != null) {
            several.remove(subscription.channel.name.value(), subscription);
        } else if (only == subscription) {
            only = null;
        }
    }

    /** All of them, which are then forgotten. */
    Collection<Subscription> drain() {
        Collection<Subscription> all;
        if (several != null) {
            all = several.values();
        } else {
            all = only == null ? List.of() : List.of(only);
        }
        several = null;
        only = null;
        return all;
    }
}
