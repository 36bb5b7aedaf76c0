package dev.fanfare.sdk.pusher;

import dev.fanfare.sdk.ChannelInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the HTTP API tells of channels. */
final class ChannelAnswers {
    private ChannelAnswers() {}

    static Map<String, ChannelInfo> byName(JsonNode channels) {
        Map<String, ChannelInfo> all = new LinkedHashMap<>();
        channels.properties().forEach(channel -> all.put(channel.getKey(), one(channel.getValue())));
        return all;
    }

    static ChannelInfo one(JsonNode channel) {
        JsonNode occupied = channel.path("occupied");
        return new ChannelInfo(
                occupied.isBoolean() ? occupied.booleanValue() : null,
                number(channel.path("user_count")),
                number(channel.path("subscription_count")));
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }

    static List<String> userIds(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("users").forEach(user -> ids.add(user.path("id").asString()));
        return List.copyOf(ids);
    }
}
