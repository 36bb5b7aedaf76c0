package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Limits;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom somebody can begin a conversation with. Nobody learns an email here. */
@RestController
class ColleagueController {
    private final Tenants tenants;

    ColleagueController(Tenants tenants) {
        this.tenants = tenants;
    }

    record Users(List<Person> users) {}

    /** @param q part of a name; empty for all */
    @GetMapping("/api/users")
    Users users(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "20") int limit,
            @AuthenticationPrincipal SignedIn user) {
        return new Users(tenants.find(user.id(), q.strip(), Limits.checked(limit)));
    }
}
