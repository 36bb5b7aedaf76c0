package dev.fanfare.maven.schema;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas that others refer to. References in them, and to them, are their names alone.
 *
 * @param byId the schemas under their temporary ids
 * @param names for these ids
 */
record Definitions(ObjectNode byId, Map<String, String> names) {
    NavigableMap<String, JsonNode> byName() {
        NavigableMap<String, JsonNode> all = new TreeMap<>();
        byId.forEachEntry((id, schema) -> {
            String name = names.get(id);
            all.put(name == null ? id : name, named(schema));
        });
        return all;
    }

    /** The schema, in which references have the names of what they mean. */
    JsonNode named(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        rename(copy);
        return copy;
    }

    private void rename(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String id = object.path("$ref").stringValue();
            String last = id.substring(id.lastIndexOf('/') + 1);
            String name = names.get(last);
            object.put("$ref", name == null ? last : name);
        }
        node.forEach(this::rename);
    }
}
