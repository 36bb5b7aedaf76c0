package dev.fanfare.maven.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A schema as a TypeScript type on one line. */
public final class TypeExpression {
    private TypeExpression() {}

    /** @param schema in which {@code $ref} is the name of a type */
    public static String of(JsonNode schema) {
        if (schema.path("$ref").isString()) {
            return schema.path("$ref").stringValue();
        }
        if (schema.has("const")) {
            return literal(schema.path("const"));
        }
        if (schema.has("enum")) {
            return union(schema.path("enum").valueStream().map(TypeExpression::literal));
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            JsonNode alternatives = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
            return union(nullLast(alternatives.values()).stream().map(TypeExpression::of));
        }
        if (schema.has("allOf")) {
            return schema.path("allOf")
                    .valueStream()
                    .map(part -> grouped(of(part)))
                    .collect(Collectors.joining(" & "));
        }
        JsonNode types = schema.path("type");
        return types.isArray()
                ? union(types.valueStream().map(type -> simple(type.stringValue(), schema)))
                : simple(types.asString(""), schema);
    }

    private static List<JsonNode> nullLast(Iterable<JsonNode> alternatives) {
        List<JsonNode> ordered = new ArrayList<>();
        List<JsonNode> nulls = new ArrayList<>();
        alternatives.forEach(one -> (one.path("type").asString("").equals("null") ? nulls : ordered).add(one));
        ordered.addAll(nulls);
        return ordered;
    }

    private static String simple(String type, JsonNode schema) {
        return switch (type) {
            case "string", "boolean", "null" -> type;
            case "integer", "number" -> "number";
            case "array" -> grouped(of(schema.path("items"))) + "[]";
            case "object" -> object(schema);
            default -> "unknown";
        };
    }

    private static String object(JsonNode schema) {
        JsonNode values = schema.path("additionalProperties");
        if (values.isObject()) {
            return "Record<string, " + of(values) + ">";
        }
        String properties = properties(schema).stream().collect(Collectors.joining("; "));
        return properties.isEmpty() ? "object" : "{ " + properties + " }";
    }

    /** The properties of an object, such as {@code city?: string}. */
    static List<String> properties(JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        return schema.path("properties")
                .propertyStream()
                .map(property -> Names.property(property.getKey())
                        + (required.contains(property.getKey()) ? ": " : "?: ")
                        + of(property.getValue()))
                .toList();
    }

    private static String union(Stream<String> alternatives) {
        List<String> distinct = alternatives.distinct().toList();
        return distinct.contains("unknown") ? "unknown" : String.join(" | ", distinct);
    }

    private static String grouped(String expression) {
        boolean isOneWord = !expression.contains(" | ") && !expression.contains(" & ");
        return isOneWord ? expression : "(" + expression + ")";
    }

    private static String literal(JsonNode value) {
        return value.isString() ? Names.quoted(value.stringValue()) : value.toString();
    }
}
