package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody belongs, for the channels of their tenants. */
@RestController
class TenantController {
    private final Tenants tenants;

    TenantController(Tenants tenants) {
        this.tenants = tenants;
    }

    record Memberships(List<Tenant> tenants) {}

    @GetMapping("/api/tenants")
    Memberships tenants(@AuthenticationPrincipal SignedIn user) {
        return new Memberships(tenants.named(user.id()));
    }
}
