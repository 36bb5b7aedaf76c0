package dev.fanfare.maven.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson writes, asked of Jackson. The SDK's own mapper differs in the digits of instants only. */
final class JacksonView {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final SerializationConfig CONFIG = JSON.serializationConfig();

    private JacksonView() {}

    /**
     * One property of an object.
     *
     * @param isOptional whether it may be left out
     * @param isNullable whether it may be null
     */
    record Property(String name, boolean isOptional, boolean isNullable) {}

    /** What is written of a field or method; null if that is nothing. */
    static @Nullable Property property(Class<?> owner, Member member) {
        BeanDescription bean = describe(owner);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            AnnotatedMember accessor = property.getAccessor();
            if (accessor != null && accessor.getMember().equals(member)) {
                return property(bean, property, accessor);
            }
        }
        return null;
    }

    private static Property property(BeanDescription bean, BeanPropertyDefinition property, AnnotatedMember accessor) {
        Member member = accessor.getMember();
        boolean isPrimitive = accessor.getRawType().isPrimitive();
        boolean isNullable = !isPrimitive && Nullness.isNullable(member);
        JsonInclude.Value own = property.findInclusion();
        JsonInclude.Value all = bean.findPropertyInclusion(CONFIG.getDefaultPropertyInclusion());
        return switch (all.withOverrides(own).getValueInclusion()) {
            case NON_NULL, NON_ABSENT -> {
                boolean isSaidHere = own.getValueInclusion() != JsonInclude.Include.USE_DEFAULTS;
                boolean mayBeNull = isNullable || isSaidHere || !isNullMarked(bean.getBeanClass());
                yield new Property(property.getName(), !isPrimitive && mayBeNull, false);
            }
            case NON_EMPTY, NON_DEFAULT, CUSTOM -> new Property(property.getName(), true, isNullable);
            case ALWAYS, USE_DEFAULTS -> new Property(property.getName(), false, isNullable);
        };
    }

    private static boolean isNullMarked(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (outer.isAnnotationPresent(NullMarked.class)) {
                return true;
            }
        }
        AnnotatedElement home = type.getPackage();
        return home != null && home.isAnnotationPresent(NullMarked.class);
    }

    /** The type of what is written in place of an object, as {@code @JsonValue} says; null if nothing is. */
    static @Nullable Type value(Class<?> type) {
        AnnotatedMember accessor = describe(type).findJsonValueAccessor();
        if (accessor == null) {
            return null;
        }
        return switch (accessor.getMember()) {
            case Method method -> method.getGenericReturnType();
            case Field field -> field.getGenericType();
            default -> accessor.getRawType();
        };
    }

    private static BeanDescription describe(Class<?> type) {
        ClassIntrospector introspector = CONFIG.classIntrospectorInstance();
        JavaType javaType = JSON.constructType(type);
        return introspector.introspectForSerialization(javaType, introspector.introspectClassAnnotations(javaType));
    }
}
