package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.AdministratorActed;
import dev.fanfare.platform.identity.ManagedAccount;
import dev.fanfare.platform.identity.SignedIn;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has kept what administrators do about people. Nobody's name or email is in it, since it is kept for good. */
@Component
class PeopleAudit {
    private final ApplicationEventPublisher modules;

    PeopleAudit(ApplicationEventPublisher modules) {
        this.modules = modules;
    }

    void invited(SignedIn administrator, ManagedAccount account, Collection<String> tenantIds) {
        did(
                administrator,
                "person.invite",
                account.account().id(),
                account.account().role() + " of " + new TreeSet<>(tenantIds));
    }

    void linked(SignedIn administrator, String id) {
        did(administrator, "person.link", id, null);
    }

    void moved(SignedIn administrator, String id, Collection<String> tenantIds) {
        did(administrator, "person.tenants", id, String.valueOf(new TreeSet<>(tenantIds)));
    }

    void changed(SignedIn administrator, ManagedAccount before, ManagedAccount after) {
        String id = before.account().id();
        if (!before.account().name().equals(after.account().name())) {
            did(administrator, "person.rename", id, null);
        }
        if (before.account().role() != after.account().role()) {
            did(
                    administrator,
                    "person.role",
                    id,
                    before.account().role() + " to " + after.account().role());
        }
        boolean wasActive = before.deactivatedAt() == null;
        if (wasActive != (after.deactivatedAt() == null)) {
            did(administrator, wasActive ? "person.deactivate" : "person.activate", id, null);
        }
    }

    private void did(SignedIn administrator, String action, String id, @Nullable String detail) {
        modules.publishEvent(new AdministratorActed(administrator, action, id, detail));
    }
}
