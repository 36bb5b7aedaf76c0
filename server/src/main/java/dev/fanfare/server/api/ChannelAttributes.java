package dev.fanfare.server.api;

import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.Trigger.Attribute;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a channel that {@code info} asks for. */
final class ChannelAttributes {
    private ChannelAttributes() {}

    /** @param info names with commas between them; null for none */
    static Set<Attribute> parse(@Nullable String info) throws Problem {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        if (info == null || info.isBlank()) {
            return attributes;
        }
        for (String name : info.split(",", -1)) {
            attributes.add(
                    switch (name.strip()) {
                        case "user_count" -> Attribute.USER_COUNT;
                        case "subscription_count" -> Attribute.SUBSCRIPTION_COUNT;
                        case "cache" -> Attribute.CACHE;
                        default ->
                            throw Problem.badRequest("Unknown attribute in info: " + Excerpt.of(name)
                                    + ", expected user_count, subscription_count or cache");
                    });
        }
        return attributes;
    }

    /** An object of the counts that were asked for, without those that the channel does not have. */
    static void write(JsonText json, ChannelName channel, ChannelState state, Set<Attribute> attributes) {
        json.raw("{");
        writeCounts(json, channel.isPresence(), state, attributes);
        json.raw("}");
    }

    static void writeCounts(JsonText json, boolean presence, ChannelState state, Set<Attribute> attributes) {
        if (presence && attributes.contains(Attribute.USER_COUNT)) {
            json.comma().raw("\"user_count\":").number(state.users());
        }
        if (attributes.contains(Attribute.SUBSCRIPTION_COUNT)) {
            json.comma().raw("\"subscription_count\":").number(state.subscriptions());
        }
    }

    static void writeCache(JsonText json, ChannelState.@Nullable Cached cached) {
        json.comma().raw("\"cache\":");
        if (cached == null) {
            json.raw("null");
        } else {
            json.raw("{\"data\":").string(cached.data());
            json.raw(",\"ttl\":").number(cached.ttlSeconds()).raw("}");
        }
    }
}
