package dev.fanfare.maven.registry;

import java.util.List;

/**
 * Parent of an application's class loader: the JDK, and those classes of the plugin's that the application must have in common
 * with it, so that its registry is a registry here, and its annotations are found. It has nothing else of the plugin or of
 * Maven, whose libraries would stand before the application's.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> SHARED = List.of(
            "dev.fanfare.sdk.",
            "dev.fanfare.protocol.",
            "com.fasterxml.jackson.annotation.",
            "tools.jackson.core.",
            "tools.jackson.databind.",
            "org.jspecify.annotations.");

    private final ClassLoader plugin;

    SharedClasses(ClassLoader plugin) {
        super(getPlatformClassLoader());
        this.plugin = plugin;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return plugin.loadClass(name);
    }
}
