package dev.fanfare.testkit;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the HTTP API answered. */
public record ApiAnswer(int status, HttpHeaders headers, String body) {
    /** @throws tools.jackson.core.JacksonException if the body is not JSON: no answer of the API may be anything else */
    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
