package dev.fanfare.maven.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether something may be null. Any annotation named {@code Nullable} says so: JSpecify's, Jakarta's, Spring's. */
final class Nullness {
    private Nullness() {}

    static boolean isNullable(Member member) {
        return member instanceof AnnotatedElement element && isMarked(element) || isMarked(type(member));
    }

    /** Whether the elements of a collection, or the values of a map, may be null. */
    static boolean hasNullableItems(Member member) {
        AnnotatedType type = type(member);
        if (type instanceof AnnotatedArrayType array) {
            return isMarked(array.getAnnotatedGenericComponentType());
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
            return isMarked(arguments[arguments.length - 1]);
        }
        return false;
    }

    private static @Nullable AnnotatedType type(Member member) {
        return switch (member) {
            case Field field -> field.getAnnotatedType();
            case Method method -> method.getAnnotatedReturnType();
            default -> null;
        };
    }

    private static boolean isMarked(@Nullable AnnotatedElement element) {
        return element != null
                && Stream.of(element.getAnnotations())
                        .map(Annotation::annotationType)
                        .anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }
}
