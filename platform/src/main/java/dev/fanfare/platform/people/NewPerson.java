package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Account;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Whom an administrator invites. */
record NewPerson(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 320) String email,
        @NotNull Account.Role role,
        @NotNull @Size(max = 100) List<@NotNull String> tenantIds) {}
