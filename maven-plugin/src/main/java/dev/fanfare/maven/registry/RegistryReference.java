package dev.fanfare.maven.registry;

import dev.fanfare.sdk.registry.Registry;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is: in a public static field of a class, or made by a public static method without parameters.
 *
 * @param type fully qualified; a nested class with {@code $}
 */
record RegistryReference(String type, String member) {
    private static final Pattern SPELLING = Pattern.compile("([\\w.$]+)#(\\w+)(?:\\(\\))?");

    static RegistryReference parse(String text) throws RegistryNotFound {
        Matcher matcher = SPELLING.matcher(text.strip());
        if (!matcher.matches()) {
            throw new RegistryNotFound(
                    "Registry `" + text + "`, expected a class and its member, such as com.acme.Channels#registry");
        }
        return new RegistryReference(matcher.group(1), matcher.group(2));
    }

    Registry<?> read(ClassLoader classes) throws RegistryNotFound {
        Object value = value(load(classes));
        if (value instanceof Registry<?> registry) {
            return registry;
        }
        throw new RegistryNotFound(this + " is "
                + (value == null ? "null" : "a " + value.getClass().getName()) + ", expected a "
                + Registry.class.getName());
    }

    private Class<?> load(ClassLoader classes) throws RegistryNotFound {
        try {
            return Class.forName(type, true, classes);
        } catch (ClassNotFoundException e) {
            throw new RegistryNotFound(
                    "There is no class " + type + " on the class path of the project: is it compiled?", e);
        } catch (UnsupportedClassVersionError e) {
            throw new RegistryNotFound(
                    type + " is compiled for a newer Java than the "
                            + Runtime.version().feature() + " that Maven runs on: set JAVA_HOME to that of the project",
                    e);
        } catch (LinkageError e) {
            throw failed(e);
        }
    }

    private @Nullable Object value(Class<?> owner) throws RegistryNotFound {
        try {
            for (Method method : owner.getMethods()) {
                boolean isIt = method.getName().equals(member) && method.getParameterCount() == 0;
                if (isIt && Modifier.isStatic(method.getModifiers())) {
                    return method.invoke(null);
                }
            }
            for (Field field : owner.getFields()) {
                if (field.getName().equals(member) && Modifier.isStatic(field.getModifiers())) {
                    return field.get(null);
                }
            }
        } catch (InvocationTargetException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new RegistryNotFound(type + " is not public", e);
        } catch (LinkageError e) {
            throw failed(e);
        }
        throw new RegistryNotFound(
                type + " has no public static field or method without parameters named " + member + candidates(owner));
    }

    private static String candidates(Class<?> owner) {
        String found = Stream.concat(
                        Stream.of(owner.getMethods()).filter(method -> method.getReturnType() == Registry.class),
                        Stream.of(owner.getFields()).filter(field -> field.getType() == Registry.class))
                .map(candidate -> candidate.getName())
                .distinct()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return found.isEmpty() ? "" : "; of registries it has " + found;
    }

    private RegistryNotFound failed(Throwable cause) {
        Throwable root =
                cause instanceof ExceptionInInitializerError && cause.getCause() != null ? cause.getCause() : cause;
        return new RegistryNotFound(this + " cannot be made: " + root, root);
    }

    @Override
    public String toString() {
        return type + "#" + member;
    }
}
