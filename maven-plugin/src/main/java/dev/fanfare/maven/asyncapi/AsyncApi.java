package dev.fanfare.maven.asyncapi;

import dev.fanfare.maven.schema.ChannelPatterns;
import dev.fanfare.maven.schema.Channels;
import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.maven.schema.Channels.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** AsyncAPI 3.0 as JSON, from the point of view of clients. A message's payload is what stands in {@code data}. */
public final class AsyncApi {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode document = JSON.createObjectNode();

    private AsyncApi() {}

    /** @param origin where it comes from, on one line */
    public static String of(Channels channels, String title, String version, String origin) {
        AsyncApi api = new AsyncApi();
        api.document.put("x-generated", origin);
        api.document.put("asyncapi", "3.0.0");
        api.document.putObject("info").put("title", title).put("version", version);
        api.server();
        ObjectNode described = api.document.putObject("channels");
        ObjectNode operations = api.document.putObject("operations");
        for (Channel channel : channels.sorted()) {
            ObjectNode messages = channel(channel, described.putObject(channel.key()));
            if (!messages.isEmpty()) {
                operation(channel, messages, operations.putObject("receive-" + channel.key()));
            }
        }
        ObjectNode schemas = api.document.putObject("components").putObject("schemas");
        channels.definitions().forEach((name, schema) -> schemas.set(name, pointing(schema)));
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(api.document)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private void server() {
        ObjectNode server = document.putObject("servers").putObject("realtime");
        server.put("host", "{host}").put("protocol", "wss").put("pathname", "/app/{key}");
        ObjectNode variables = server.putObject("variables");
        variables.putObject("host").put("description", "Where the server is.").put("default", "localhost:6001");
        variables.putObject("key").put("description", "The key of the app.").put("default", "app-key");
    }

    /** @return the channel's messages */
    private static ObjectNode channel(Channel channel, ObjectNode described) {
        described.put("address", channel.pattern().toString());
        described.put("summary", "Type: " + ChannelPatterns.type(channel.pattern()) + ".");
        String parameter = channel.pattern().parameter();
        if (parameter != null) {
            String pattern = "One or more of A-Z a-z 0-9 _ - = @ , . ;";
            described.putObject("parameters").putObject(parameter).put("description", pattern);
        }
        JsonNode member = channel.member();
        if (member != null) {
            described.set("x-member-info", pointing(member));
        }
        ObjectNode messages = described.putObject("messages");
        Set<String> keys = new HashSet<>();
        for (Event event : channel.events()) {
            ObjectNode message = messages.putObject(key(event.name(), keys));
            boolean isText = event.payload().path("type").asString("").equals("string");
            message.put("name", event.name()).put("contentType", isText ? "text/plain" : "application/json");
            if (event.isAlias()) {
                message.put("summary", "Says again what another event says.").put("x-alias", true);
            }
            message.set("payload", pointing(event.payload()));
        }
        return messages;
    }

    private static void operation(Channel channel, ObjectNode messages, ObjectNode operation) {
        String pointer = "#/channels/" + channel.key();
        operation.put("action", "receive").putObject("channel").put("$ref", pointer);
        for (String key : List.copyOf(messages.propertyNames())) {
            operation.withArray("messages").addObject().put("$ref", pointer + "/messages/" + key);
        }
    }

    /** An event's name in the letters that keys have. */
    private static String key(String name, Set<String> given) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "-");
        String key = plain;
        for (int number = 2; !given.add(key); number++) {
            key = plain + "-" + number;
        }
        return key;
    }

    /** The schema, in which references are pointers into the document. */
    private static JsonNode pointing(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        point(copy);
        return copy;
    }

    private static void point(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            object.put("$ref", "#/components/schemas/" + object.path("$ref").stringValue());
        }
        node.forEach(AsyncApi::point);
    }
}
