package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.OrderParties;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.sdk.registry.Decision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom an order concerns: of the members of its tenant, its buyer, its seller, and who supports them. */
@Component
class OrderAccess implements OrderParties {
    private final OrderTable orders;
    private final Tenants tenants;
    private final Accounts accounts;

    OrderAccess(OrderTable orders, Tenants tenants, Accounts accounts) {
        this.orders = orders;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /** Null for who has nothing to do with it. Who buys is not who supports, whatever else they may. */
    @Nullable
    Part part(@Nullable Order order, String accountId) {
        if (order == null || !tenants.isMember(order.tenantId(), accountId)) {
            return null;
        }
        if (order.buyerId().equals(accountId)) {
            return Part.BUYER;
        }
        if (order.sellerId().equals(accountId)) {
            return Part.SELLER;
        }
        return isSupport(accountId) ? Part.SUPPORT : null;
    }

    boolean isSupport(String accountId) {
        Account account = accounts.find(accountId);
        return account != null && account.role() != Account.Role.USER;
    }

    @Override
    public Decision decide(String accountId, String orderId) {
        Part part = part(orders.find(orderId), accountId);
        return part == null
                ? Decision.deny("not its buyer or seller, or no such order")
                : Decision.allow(part.name().toLowerCase(Locale.ROOT));
    }
}
