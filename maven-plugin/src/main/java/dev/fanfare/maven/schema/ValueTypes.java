package dev.fanfare.maven.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of what Jackson writes otherwise than as an object of its fields. */
final class ValueTypes implements CustomDefinitionProviderV2 {
    private static final Set<Class<?>> OPTIONAL_NUMBERS =
            Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    /** Those of JSON Schema that are kept: times without a date, and dates with a time but no offset, are not in its formats. */
    private static final Map<Class<?>, String> FORMATS = Map.of(
            Date.class, "date-time",
            Duration.class, "duration",
            Instant.class, "date-time",
            LocalDate.class, "date",
            OffsetDateTime.class, "date-time",
            Period.class, "duration",
            URI.class, "uri",
            UUID.class, "uuid",
            ZonedDateTime.class, "date-time");

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        if (erased == byte[].class) {
            return inline(schema("string").put("contentEncoding", "base64"));
        }
        if (erased == char[].class) {
            return inline(schema("string"));
        }
        if (isAnything(erased)) {
            return inline(JacksonView.JSON.createObjectNode());
        }
        if (type.isInstanceOf(Map.class)) {
            return inline(map(type, false, context));
        }
        if (erased.isEnum()) {
            return named(oneOf(erased.getEnumConstants()));
        }
        Type value = erased.isPrimitive() ? null : JacksonView.value(erased);
        if (value == null) {
            ObjectNode scalar = scalar(erased);
            return scalar == null ? null : inline(scalar);
        }
        return named(
                value == Object.class
                        ? textOrNumber()
                        : context.createDefinitionReference(
                                context.getTypeContext().resolve(value)));
    }

    private static @Nullable ObjectNode scalar(Class<?> type) {
        String name = type == Optional.class ? null : Scalars.of(type);
        if (name == null) {
            return null;
        }
        if (OPTIONAL_NUMBERS.contains(type)) {
            ObjectNode schema = JacksonView.JSON.createObjectNode();
            schema.putArray("type").add(name).add("null");
            return schema;
        }
        String format = FORMATS.get(type);
        return format == null ? schema(name) : schema(name).put("format", format);
    }

    /** An object with any names. */
    static ObjectNode map(ResolvedType type, boolean areValuesNullable, SchemaGenerationContext context) {
        List<ResolvedType> parameters = type.typeParametersFor(Map.class);
        ObjectNode value = parameters == null || parameters.size() < 2
                ? JacksonView.JSON.createObjectNode()
                : context.createDefinitionReference(parameters.get(1));
        ObjectNode map = schema("object");
        map.set("additionalProperties", areValuesNullable ? context.makeNullable(value) : value);
        return map;
    }

    /** Jackson's trees are also those of Jackson 2, which the application may have. */
    private static boolean isAnything(Class<?> type) {
        for (Class<?> parent = type; parent != null; parent = parent.getSuperclass()) {
            if (parent.getName().endsWith(".jackson.databind.JsonNode")) {
                return true;
            }
        }
        return type == Object.class;
    }

    private static ObjectNode oneOf(Object[] constants) {
        ArrayNode values = JacksonView.JSON.createArrayNode();
        for (Object constant : constants) {
            JsonNode value = JacksonView.JSON.valueToTree(constant);
            values.add(value);
        }
        boolean areTexts = values.valueStream().allMatch(JsonNode::isString);
        ObjectNode schema = areTexts ? schema("string") : JacksonView.JSON.createObjectNode();
        schema.set("enum", values);
        return schema;
    }

    /** Whoever returns an {@code Object} from a {@code @JsonValue} method has two sorts of values; others would name the type. */
    private static ObjectNode textOrNumber() {
        ObjectNode schema = JacksonView.JSON.createObjectNode();
        schema.putArray("type").add("string").add("number");
        return schema;
    }

    static ObjectNode schema(String type) {
        return JacksonView.JSON.createObjectNode().put("type", type);
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
    }

    private static CustomDefinition named(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.ALWAYS_REF, AttributeInclusion.NO);
    }
}
