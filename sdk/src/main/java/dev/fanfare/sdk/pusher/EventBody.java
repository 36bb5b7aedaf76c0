package dev.fanfare.sdk.pusher;

import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The bodies of requests that publish. */
final class EventBody {
    private EventBody() {}

    static String of(OutboundEvent event, String data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", event.name());
        body.put("channels", event.channels());
        addCommon(event, data, body);
        return Payload.json(body);
    }

    static String ofBatch(OutboundEvent event, String channel, String data) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", event.name());
        item.put("channel", channel);
        addCommon(event, data, item);
        return Payload.json(item);
    }

    private static void addCommon(OutboundEvent event, String data, Map<String, Object> body) {
        body.put("data", data);
        if (event.exceptSocketId() != null) {
            body.put("socket_id", event.exceptSocketId());
        }
        if (!event.info().isEmpty()) {
            body.put("info", names(event.info()));
        }
    }

    static String names(Set<Attribute> info) {
        return info.stream().map(Attribute::wireName).sorted().collect(Collectors.joining(","));
    }
}
