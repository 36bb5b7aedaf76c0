package dev.fanfare.maven.schema;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** The JSON type, such as {@code string}, of what Jackson writes neither as an object nor as an array, asked of its serializers. */
final class Scalars {
    private Scalars() {}

    /** Of a class, although it may have fields; null if that is an object or an array, or may be anything. */
    static @Nullable String of(Class<?> type) {
        Name name = new Name();
        JacksonView.JSON.acceptJsonFormatVisitor(type, name);
        return name.text;
    }

    /** Of a property, whose annotations may have it written otherwise than its type; null as of a class. */
    static @Nullable String of(Class<?> owner, String property) {
        Properties properties = new Properties();
        JacksonView.JSON.acceptJsonFormatVisitor(owner, properties);
        return properties.names.get(property);
    }

    private static final class Name extends JsonFormatVisitorWrapper.Base {
        private @Nullable String text;

        @Override
        public @Nullable JsonStringFormatVisitor expectStringFormat(JavaType type) {
            text = "string";
            return null;
        }

        @Override
        public @Nullable JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            text = "integer";
            return null;
        }

        @Override
        public @Nullable JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
            text = "number";
            return null;
        }

        @Override
        public @Nullable JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
            text = "boolean";
            return null;
        }
    }

    private static final class Properties extends JsonFormatVisitorWrapper.Base {
        private final Map<String, @Nullable String> names = new HashMap<>();

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            return new JsonObjectFormatVisitor.Base(getContext()) {
                @Override
                public void property(BeanProperty property) {
                    optionalProperty(property);
                }

                @Override
                public void optionalProperty(BeanProperty property) {
                    if (property instanceof BeanPropertyWriter writer) {
                        Name name = new Name();
                        name.setContext(getContext());
                        serializer(writer).acceptJsonFormatVisitor(name, writer.getType());
                        names.put(writer.getName(), name.text);
                    }
                }

                private ValueSerializer<Object> serializer(BeanPropertyWriter writer) {
                    ValueSerializer<Object> own = writer.getSerializer();
                    return own == null ? getContext().findPrimaryPropertySerializer(writer.getType(), writer) : own;
                }
            };
        }
    }
}
