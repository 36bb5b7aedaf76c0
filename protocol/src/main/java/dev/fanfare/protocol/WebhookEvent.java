package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a webhook. Every value is a JSON string but a count, because SDKs of back ends read them as such. Immutable.
 * Source: Pusher Channels documentation, "Webhooks".
 *
 * @param json the event's object
 */
public record WebhookEvent(WebhookKind kind, String channel, String json) {
    /** @param occupied whether the channel has subscribers now, or has none any more */
    public static WebhookEvent ofChannel(String channel, boolean occupied) {
        return of(occupied ? WebhookKind.CHANNEL_OCCUPIED : WebhookKind.CHANNEL_VACATED, channel, "");
    }

    /** @param there whether the user is a member now, or is none any more */
    public static WebhookEvent ofMember(String channel, String userId, boolean there) {
        return of(there ? WebhookKind.MEMBER_ADDED : WebhookKind.MEMBER_REMOVED, channel, member("user_id", userId));
    }

    /** @param userId who the sender is in a presence channel, null elsewhere */
    public static WebhookEvent clientEvent(
            ChannelName channel, ClientFrame.ClientEvent event, SocketId sender, @Nullable String userId) {
        String rest = member("event", event.event()) + ",\"data\":" + string(event.data())
                + member("socket_id", sender.toString()) + (userId == null ? "" : member("user_id", userId));
        return of(WebhookKind.CLIENT_EVENT, channel.value(), rest);
    }

    public static WebhookEvent cacheMiss(ChannelName channel) {
        return of(WebhookKind.CACHE_MISS, channel.value(), "");
    }

    public static WebhookEvent subscriptionCount(ChannelName channel, int count) {
        return of(WebhookKind.SUBSCRIPTION_COUNT, channel.value(), ",\"subscription_count\":" + count);
    }

    /**
     * The body of a request.
     *
     * @param millis when it was written, since 1970
     * @param events their JSON objects
     */
    public static byte[] body(long millis, List<String> events) {
        return ("{\"time_ms\":" + millis + ",\"events\":[" + String.join(",", events) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static WebhookEvent of(WebhookKind kind, String channel, String rest) {
        String json = "{\"name\":\"" + kind + "\"" + member("channel", channel) + rest + "}";
        return new WebhookEvent(kind, channel, json);
    }

    private static String member(String name, String value) {
        return ",\"" + name + "\":\"" + new String(JsonText.escaped(value), StandardCharsets.UTF_8) + "\"";
    }

    /** A string stays as the client has written it; anything else becomes the string of its JSON text. */
    private static String string(byte[] json) {
        String raw = new String(json, StandardCharsets.UTF_8);
        if (raw.startsWith("\"")) {
            return raw;
        }
        JsonValue value = new JsonValue(json, 0, json.length, JsonValue.Kind.OBJECT, 0, true);
        return "\"" + new String(JsonText.escaped(value.compact()), StandardCharsets.UTF_8) + "\"";
    }
}
