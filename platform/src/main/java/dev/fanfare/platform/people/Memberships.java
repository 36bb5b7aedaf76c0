package dev.fanfare.platform.people;

import dev.fanfare.platform.realtime.Revocations;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Where people belong. Whoever leaves a tenant hears nothing more of it at once. */
@Component
class Memberships {
    private final Tenants tenants;
    private final Revocations revocations;

    Memberships(Tenants tenants, Revocations revocations) {
        this.tenants = tenants;
        this.revocations = revocations;
    }

    /**
     * Makes somebody a member of these tenants and of no others. Whoever calls holds the account in a transaction.
     *
     * @return whether they were not before
     * @throws Problem 400 if there is no such tenant
     */
    boolean replace(String accountId, Collection<String> tenantIds) {
        Set<String> wanted = new TreeSet<>(tenantIds);
        Set<String> before = new TreeSet<>(tenants.of(accountId));
        for (String tenantId : wanted) {
            if (before.contains(tenantId)) {
                continue;
            }
            if (tenants.find(tenantId) == null) {
                throw Problem.malformed("unknown_tenant", "There is no tenant " + tenantId);
            }
            tenants.admit(tenantId, accountId);
        }
        before.stream()
                .filter(tenantId -> !wanted.contains(tenantId))
                .forEach(tenantId -> tenants.dismiss(tenantId, accountId));
        if (!wanted.containsAll(before)) {
            revocations.reduce(accountId);
        }
        return !wanted.equals(before);
    }
}
