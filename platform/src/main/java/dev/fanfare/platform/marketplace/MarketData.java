package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.identity.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the market keeps of somebody: what they sell, and what they have bought. Of who is gone nothing is for sale, and what they had
 * not paid is cancelled; other orders stay, for whoever was the other one of them.
 */
@Component
class MarketData implements PersonalData {
    private final ProductTable products;
    private final OrderTable table;
    private final Orders orders;

    MarketData(ProductTable products, OrderTable table, Orders orders) {
        this.products = products;
        this.table = table;
        this.orders = orders;
    }

    @Override
    public String section() {
        return "market";
    }

    @Override
    public Object export(String accountId) {
        List<Order> bought = table.of(accountId).stream()
                .filter(order -> order.buyerId().equals(accountId))
                .toList();
        return Map.of("products", products.soldBy(accountId), "orders", bought);
    }

    @Override
    @Transactional
    public void erase(String accountId) {
        List<Order> cancelled = orders.cancelOpen(accountId);
        products.soldBy(accountId).forEach(product -> {
            Product locked = products.lock(product.id());
            if (locked != null) {
                products.save(locked.blank());
            }
        });
        orders.tell(cancelled);
    }
}
