package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Departures;
import dev.fanfare.platform.identity.Invitations;
import dev.fanfare.platform.identity.Invitations.Invitation;
import dev.fanfare.platform.identity.ManagedAccount;
import dev.fanfare.platform.identity.ManagedAccounts;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What administrators do about people. Locks are taken in one order: administrators, the account, what belongs to it.
 */
@Service
class People {
    private final Accounts accounts;
    private final ManagedAccounts managed;
    private final Invitations invitations;
    private final Memberships memberships;
    private final Departures departures;
    private final TransactionOperations transactions;
    private final PeopleAudit audit;

    People(
            Accounts accounts,
            ManagedAccounts managed,
            Invitations invitations,
            Memberships memberships,
            Departures departures,
            TransactionOperations transactions,
            PeopleAudit audit) {
        this.accounts = accounts;
        this.managed = managed;
        this.invitations = invitations;
        this.memberships = memberships;
        this.departures = departures;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Somebody, and the link that is theirs. */
    record Invited(ManagedAccount account, Invitation invitation) {}

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** @throws Problem 409 if somebody has the email, 400 for a tenant that there is not */
    Invited invite(SignedIn administrator, NewPerson wanted) {
        if (!Accounts.isEmail(wanted.email())) {
            throw Problem.malformed("invalid", "email is no email address");
        }
        Account account =
                new Account(Ids.next(), wanted.email(), PlainText.required("name", wanted.name()), null, wanted.role());
        return inTransaction(() -> {
            if (!accounts.invite(account)) {
                throw Problem.conflict("email_taken", "Somebody has that email already", Map.of());
            }
            memberships.replace(account.id(), wanted.tenantIds());
            ManagedAccount made = locked(account.id());
            audit.invited(administrator, made, wanted.tenantIds());
            return new Invited(made, invitations.make(account.id()));
        });
    }

    /** @throws Problem 404 if there is nobody, 409 if they are deactivated */
    Invitation invite(SignedIn administrator, String id) {
        return inTransaction(() -> {
            audit.linked(administrator, id); // first, since it waits for those who hold administrators
            if (locked(id).state() == ManagedAccount.State.DEACTIVATED) {
                throw Problem.conflict("deactivated", "Whoever is deactivated cannot sign in", Map.of());
            }
            return invitations.make(id);
        });
    }

    /** @throws Problem 404 if there is nobody, 409 if nobody could administer the platform any more, 400 for an unknown tenant */
    ManagedAccount change(SignedIn administrator, String id, PersonChange change) {
        Changed changed = inTransaction(() -> {
            List<String> administrators = accounts.administrators();
            ManagedAccount before = locked(id);
            ManagedAccount after = managed.change(
                    before,
                    change.name() == null ? before.account().name() : PlainText.required("name", change.name()),
                    change.role() == null ? before.account().role() : change.role(),
                    change.isActive() == null ? before.deactivatedAt() == null : change.isActive());
            if (administrators.equals(List.of(id)) && !isAdministrator(after)) {
                throw Problem.conflict("last_administrator", "Nobody else can administer the platform", Map.of());
            }
            if (after.deactivatedAt() != null) {
                invitations.end(id);
            }
            audit.changed(administrator, before, after);
            if (change.tenantIds() != null && memberships.replace(id, change.tenantIds())) {
                audit.moved(administrator, id, change.tenantIds());
            }
            return new Changed(before, after);
        });
        if (changed.takesAway()) {
            departures.everywhere(id);
        }
        return changed.after;
    }

    private record Changed(ManagedAccount before, ManagedAccount after) {
        boolean takesAway() {
            boolean isDeactivated = before.deactivatedAt() == null && after.deactivatedAt() != null;
            return isDeactivated
                    || after.account().role().compareTo(before.account().role()) < 0;
        }
    }

    private ManagedAccount locked(String id) {
        ManagedAccount found = managed.lock(id);
        if (found == null) {
            throw Problem.notFound();
        }
        return found;
    }

    private static boolean isAdministrator(ManagedAccount account) {
        return account.account().role() == Role.ADMIN && account.deactivatedAt() == null;
    }
}
