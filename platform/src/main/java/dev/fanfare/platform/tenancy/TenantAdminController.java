package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All tenants, for administrators. */
@RestController
@RequestMapping("/api/admin/tenants")
class TenantAdminController {
    private final TenantAdministration tenants;

    TenantAdminController(TenantAdministration tenants) {
        this.tenants = tenants;
    }

    record TenantList(List<TenantAdministration.Counted> tenants) {}

    record TenantName(@NotBlank @Size(max = 120) String name) {}

    @GetMapping
    TenantList list() {
        return new TenantList(tenants.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TenantAdministration.Counted create(@Valid @RequestBody TenantName wanted, @AuthenticationPrincipal SignedIn user) {
        return tenants.create(user, wanted.name());
    }

    @PatchMapping("/{id}")
    TenantAdministration.Counted rename(
            @PathVariable String id, @Valid @RequestBody TenantName wanted, @AuthenticationPrincipal SignedIn user) {
        return tenants.rename(user, id, wanted.name());
    }
}
