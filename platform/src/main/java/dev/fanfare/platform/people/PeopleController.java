package dev.fanfare.platform.people;

import dev.fanfare.platform.identity.Invitations.Invitation;
import dev.fanfare.platform.identity.ManagedAccount;
import dev.fanfare.platform.identity.ManagedAccounts;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.tenancy.Tenant;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Exposure;
import dev.fanfare.platform.web.Limits;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import dev.fanfare.platform.web.Slice;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Everybody who has an account, for administrators. */
@RestController
@RequestMapping("/api/admin/people")
class PeopleController {
    private static final Limit INVITING = new Limit("invite", 60, Duration.ofMinutes(1));
    private static final Limit CHANGING = new Limit("change people", 120, Duration.ofMinutes(1));

    private final People people;
    private final ManagedAccounts accounts;
    private final Tenants tenants;
    private final Exposure exposure;
    private final RateLimits limits;

    PeopleController(People people, ManagedAccounts accounts, Tenants tenants, Exposure exposure, RateLimits limits) {
        this.people = people;
        this.accounts = accounts;
        this.tenants = tenants;
        this.exposure = exposure;
        this.limits = limits;
    }

    record Page(List<PersonEntry> people, @Nullable String next) {}

    /** Where somebody chooses a password. */
    record Link(String url, Instant expiresAt) {
        /** Without what is in it. */
        @Override
        public String toString() {
            return "Link[expiresAt=" + expiresAt + "]";
        }
    }

    record Made(PersonEntry person, Link invitation) {}

    /** @param q part of a name or an email; empty for all */
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<ManagedAccount> found = accounts.find(q.strip(), Cursor.parse(cursor), Limits.checked(limit) + 1);
        Slice<ManagedAccount> slice = Slice.of(
                found,
                limit,
                last -> new Cursor(last.createdAt(), last.account().id()));
        return new Page(entries(slice.items()), slice.next());
    }

    private List<PersonEntry> entries(List<ManagedAccount> found) {
        Map<String, List<Tenant>> theirs =
                tenants.ofEach(found.stream().map(each -> each.account().id()).toList());
        return found.stream()
                .map(each ->
                        PersonEntry.of(each, theirs.getOrDefault(each.account().id(), List.of())))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made invite(@Valid @RequestBody NewPerson wanted, @AuthenticationPrincipal SignedIn user) {
        limits.take(INVITING, user.id());
        People.Invited invited = people.invite(user, wanted);
        return new Made(entries(List.of(invited.account())).getFirst(), link(invited.invitation()));
    }

    @PatchMapping("/{id}")
    PersonEntry change(
            @PathVariable String id, @Valid @RequestBody PersonChange change, @AuthenticationPrincipal SignedIn user) {
        limits.take(CHANGING, user.id());
        return entries(List.of(people.change(user, id, change))).getFirst();
    }

    /** Also for those who have forgotten their password. */
    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Link invite(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        limits.take(INVITING, user.id());
        return link(people.invite(user, id));
    }

    /** What is behind a hash browsers send to nobody. */
    private Link link(Invitation invitation) {
        String known = exposure.publicUrl();
        String address = known == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : known;
        return new Link(address + "/welcome#" + invitation.token(), invitation.expiresAt());
    }
}
