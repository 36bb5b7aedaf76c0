package dev.fanfare.sdk.webhook;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.webhook.WebhookEvent.CacheMiss;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelOccupied;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelVacated;
import dev.fanfare.sdk.webhook.WebhookEvent.ClientEvent;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberAdded;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberRemoved;
import dev.fanfare.sdk.webhook.WebhookEvent.Other;
import dev.fanfare.sdk.webhook.WebhookEvent.SubscriptionCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks webhooks of one app and reads them. Safe to use from several threads. */
public final class WebhookReceiver {
    private final RealtimeService service;

    public WebhookReceiver(RealtimeService service) {
        this.service = service;
    }

    /**
     * @param key the header {@code X-Pusher-Key}
     * @param signature the header {@code X-Pusher-Signature}
     * @param body as it came
     * @return its events, in order
     * @throws RealtimeException {@code UNAUTHORIZED} if this app's server has not sent it, {@code REFUSED} if it is no webhook
     */
    public List<WebhookEvent> receive(@Nullable String key, @Nullable String signature, byte[] body) {
        if (!service.isValidWebhook(key, signature, body)) {
            throw new RealtimeException(Kind.UNAUTHORIZED, "Webhook is not signed by this app's server");
        }
        try {
            List<WebhookEvent> events = new ArrayList<>();
            for (JsonNode event : JsonMapper.shared().readTree(body).path("events")) {
                events.add(read(event));
            }
            return events;
        } catch (JacksonException e) {
            throw new RealtimeException(Kind.REFUSED, 0, "Webhook is not JSON", e);
        }
    }

    private static WebhookEvent read(JsonNode event) {
        String name = text(event, "name");
        String channel = text(event, "channel");
        return switch (name) {
            case "channel_occupied" -> new ChannelOccupied(channel);
            case "channel_vacated" -> new ChannelVacated(channel);
            case "member_added" -> new MemberAdded(channel, text(event, "user_id"));
            case "member_removed" -> new MemberRemoved(channel, text(event, "user_id"));
            case "client_event" ->
                new ClientEvent(
                        channel,
                        text(event, "event"),
                        text(event, "data"),
                        text(event, "socket_id"),
                        event.has("user_id") ? text(event, "user_id") : null);
            case "cache_miss" -> new CacheMiss(channel);
            case "subscription_count" ->
                new SubscriptionCount(channel, event.path("subscription_count").asInt(0));
            default -> new Other(channel, name, fields(event));
        };
    }

    private static Map<String, String> fields(JsonNode event) {
        Map<String, String> fields = new LinkedHashMap<>();
        event.properties().forEach(field -> fields.put(field.getKey(), text(event, field.getKey())));
        return fields;
    }

    private static String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isValueNode() ? value.asString("") : value.isMissingNode() ? "" : value.toString();
    }
}
