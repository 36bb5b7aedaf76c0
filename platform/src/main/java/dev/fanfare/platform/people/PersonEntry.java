package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.ManagedAccount;
import dev.fanfare.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.List;

/** Somebody as administrators see them. */
record PersonEntry(
        String id,
        String name,
        String email,
        Account.Role role,
        List<Tenant> tenants,
        ManagedAccount.State state,
        Instant createdAt) {
    static PersonEntry of(ManagedAccount managed, List<Tenant> tenants) {
        Account account = managed.account();
        return new PersonEntry(
                account.id(),
                account.name(),
                account.email(),
                account.role(),
                tenants,
                managed.state(),
                managed.createdAt());
    }
}
