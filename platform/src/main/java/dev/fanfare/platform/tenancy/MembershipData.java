package dev.fanfare.platform.tenancy;

import dev.fanfare.platform.identity.PersonalData;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where somebody belongs. Forgotten behind what others of the same tenants are told of. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class MembershipData implements PersonalData {
    private final Tenants tenants;

    MembershipData(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public String section() {
        return "tenants";
    }

    @Override
    public Object export(String accountId) {
        return tenants.of(accountId);
    }

    @Override
    public void erase(String accountId) {
        tenants.dismiss(accountId);
    }
}
