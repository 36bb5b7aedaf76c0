package dev.fanfare.maven.registry;

/** There is no registry where one is said to be. The message says why, and what to do. */
public final class RegistryNotFound extends Exception {
    private static final long serialVersionUID = 1L;

    RegistryNotFound(String message) {
        super(message);
    }

    RegistryNotFound(String message, Throwable cause) {
        super(message, cause);
    }
}
