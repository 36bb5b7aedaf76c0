package dev.fanfare.maven.registry;

import dev.fanfare.sdk.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;

/** The classes of the application that is being built. Its static initializers run in Maven's own JVM. */
public final class ApplicationClasses implements AutoCloseable {
    private final URLClassLoader classes;

    /** @param path folders and jars of the application, with all that it depends on */
    public ApplicationClasses(Collection<Path> path) {
        URL[] urls = path.stream().map(ApplicationClasses::url).toArray(URL[]::new);
        classes = new URLClassLoader(urls, new SharedClasses(ApplicationClasses.class.getClassLoader()));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Path " + path + " of the application, expected a folder or a jar", e);
        }
    }

    /**
     * @param reference a class, {@code #}, and a public static field or method of it
     * @throws RegistryNotFound if it leads to no registry, or what makes the registry fails
     */
    public Registry<?> registry(String reference) throws RegistryNotFound {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return RegistryReference.parse(reference).read(classes);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
