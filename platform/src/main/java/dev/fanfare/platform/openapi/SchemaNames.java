package dev.fanfare.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names of schemas: a record inside another class has that one's name before its own, since more than one is a {@code Page}. */
final class SchemaNames extends TypeNameResolver {
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> enclosing = type.getEnclosingClass();
        String outer = enclosing == null ? "" : enclosing.getSimpleName().replaceFirst("Controller$", "");
        String name = super.nameForClass(type, options);
        return name.startsWith(outer) ? name : outer + name;
    }
}
