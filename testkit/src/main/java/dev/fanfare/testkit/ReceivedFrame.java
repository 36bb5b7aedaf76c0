package dev.fanfare.testkit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frame as the server sent it.
 *
 * @param text exactly what was in the WebSocket message
 * @param json the same, parsed
 */
public record ReceivedFrame(String text, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws tools.jackson.core.JacksonException if the text is not JSON: no server may send that */
    static ReceivedFrame of(String text) {
        return new ReceivedFrame(text, JSON.readTree(text));
    }

    /** The name of the event; empty if the frame has none. */
    public String event() {
        return json.path("event").asString("");
    }

    /** The channel; empty if the frame belongs to none. */
    public String channel() {
        return json.path("channel").asString("");
    }

    /** The data as a client's handler would see it: the string itself, or the JSON text of anything else. */
    public String data() {
        JsonNode data = json.path("data");
        return data.isString() ? data.asString() : data.toString();
    }

    /** The data, parsed once more where it is a string. */
    public JsonNode dataJson() {
        return JSON.readTree(data());
    }

    @Override
    public String toString() {
        return text;
    }
}
