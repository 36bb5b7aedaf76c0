package dev.fanfare.sdk.registry;

/**
 * Who may subscribe to the channels of one pattern. Called by the authorization endpoint, on the thread that serves it, and only
 * with ids that a channel's name may hold.
 *
 * @param <U> the application's users
 */
@FunctionalInterface
public interface Policy<U> {
    /** @param id empty for a pattern without a parameter */
    Decision decide(U user, String id);
}
