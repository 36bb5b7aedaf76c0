package dev.fanfare.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * An administrator has done what only administrators may: it is kept with all else they have done, in the transaction that does it.
 *
 * @param action such as {@code team.create}
 * @param target the id of what it was done to, null for nothing
 * @param detail what people read of it
 */
public record AdministratorActed(
        SignedIn by,
        String action,
        @Nullable String target,
        @Nullable String detail) {}
