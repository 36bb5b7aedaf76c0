package dev.fanfare.spring;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who the principal of a request is to the registry, for an application whose users are of its own type. Called on the request's
 * thread.
 *
 * @param <U> the application's users
 */
@FunctionalInterface
public interface UserLookup<U> {
    /** @return null if there is no such user; who asks is then answered as somebody who is not signed in */
    @Nullable
    U user(Principal principal);
}
