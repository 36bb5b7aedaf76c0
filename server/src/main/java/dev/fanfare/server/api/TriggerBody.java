package dev.fanfare.server.api;

import dev.fanfare.protocol.RequestQuery;
import dev.fanfare.protocol.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the body of {@code POST /events} from what a client put elsewhere. */
final class TriggerBody {
    private static final List<String> FIELDS = List.of("name", "channel", "data", "socket_id", "info");

    private TriggerBody() {}

    /** From parameters, as they are legal instead of a body. */
    static byte[] fromQuery(RequestQuery query) {
        JsonText json = new JsonText().raw("{");
        for (String field : FIELDS) {
            append(json, field, query.value(field));
        }
        List<String> channels = query.values("channels[]");
        if (!channels.isEmpty()) {
            json.comma().raw("\"channels\":[");
            for (String channel : channels) {
                json.comma().string(channel);
            }
            json.raw("]");
        }
        return json.raw("}").bytes();
    }

    /** From the deprecated request whose path has the channel. */
    static byte[] fromChannelRequest(ApiRequest request) throws Problem {
        if (!Utf8.isValid(request.body(), 0, request.length())) {
            throw Problem.badRequest("Body is not valid UTF-8");
        }
        JsonText json = new JsonText().raw("{");
        append(json, "name", request.query().value("name"));
        append(json, "channel", request.subject());
        append(json, "data", new String(request.body(), 0, request.length(), StandardCharsets.UTF_8));
        append(json, "socket_id", request.query().value("socket_id"));
        return json.raw("}").bytes();
    }

    private static void append(JsonText json, String field, @Nullable String value) {
        if (value != null) {
            json.comma().string(field).raw(":").string(value);
        }
    }
}
