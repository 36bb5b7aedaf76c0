package dev.fanfare.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param avatar where their picture is; null if they have none
 */
public record Account(
        String id, String email, String name, @Nullable String avatar, Role role) {
    /** What somebody may do beside what everybody may. */
    public enum Role {
        USER,
        AGENT,
        ADMIN
    }
}
