package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Account;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about somebody; null for what stays.
 *
 * @param tenantIds all that they are a member of from now on
 */
record PersonChange(
        @Nullable @Size(min = 1, max = 120) String name,
        Account.@Nullable Role role,
        @Nullable @Size(max = 100) List<@NotNull String> tenantIds,
        @Nullable Boolean isActive) {}
