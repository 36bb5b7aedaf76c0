package dev.fanfare.platform.marketplace;

import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders, and moves them on. Whoever holds an order may wait for its product, and nobody who holds a product waits for an order
 * that is there already.
 */
@Service
public class Orders {
    private final OrderTable table;
    private final OrderAccess access;
    private final Products products;
    private final OrderNews news;
    private final Tenants tenants;
    private final Clock clock;

    Orders(OrderTable table, OrderAccess access, Products products, OrderNews news, Tenants tenants, Clock clock) {
        this.table = table;
        this.access = access;
        this.products = products;
        this.news = news;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param isNew false if the buyer had sent it before */
    record Placed(Order order, boolean isNew) {}

    /**
     * Orders some pieces of a product.
     *
     * @return the id of the order
     * @throws Problem 409 if there are not that many
     */
    @Transactional
    public String place(String buyerId, String productId, int quantity) {
        return place(buyerId, productId, new WantedOrder(quantity, null)).order.id();
    }

    /** The same, once for each id that the buyer makes. */
    @Transactional
    Placed place(String buyerId, String productId, WantedOrder wanted) {
        Product product = products.lock(productId, buyerId);
        Order known = sent(buyerId, wanted);
        if (known != null) {
            return new Placed(known, false);
        }
        if (product.sellerId().equals(buyerId)) {
            throw Problem.forbidden("own_product", "It is your own");
        }
        Product left = product.less(wanted.quantity());
        Order order = new Order(
                Ids.next(),
                productId,
                product.tenantId(),
                buyerId,
                product.sellerId(),
                product.title(),
                wanted.quantity(),
                product.priceMinor() * wanted.quantity(),
                product.currency(),
                OrderStatus.PENDING,
                1,
                now());
        if (!table.add(order, wanted.clientId())) {
            return new Placed(Objects.requireNonNull(sent(buyerId, wanted)), false);
        }
        products.take(left);
        news.placed(order);
        return new Placed(order, true);
    }

    private @Nullable Order sent(String buyerId, WantedOrder wanted) {
        return wanted.clientId() == null ? null : table.sent(buyerId, wanted.clientId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Moves an order on.
     *
     * @throws Problem 403 for who may not, whether there is such an order or not; 409 if that cannot come next
     */
    @Transactional
    public void move(String orderId, String userId, OrderStatus next) {
        Order order = table.lock(orderId);
        Part part = access.part(order, userId);
        if (order == null || part == null) {
            throw Problem.forbidden("Forbidden");
        }
        if (!order.status().next().contains(next)) {
            throw Problem.conflict(
                    "invalid_transition",
                    "An order that is " + order.status().word() + " cannot become " + next.word(),
                    Map.of("status", order.status(), "allowed", part.allowed(order.status())));
        }
        if (!part.allowed(order.status()).contains(next)) {
            throw Problem.forbidden("Forbidden");
        }
        Order moved = kept(order, next, userId);
        news.moved(moved, userId, now());
    }

    private Order kept(Order order, OrderStatus next, String userId) {
        Order moved = order.with(next);
        table.save(moved, userId, now());
        if (order.status().givesBack(next)) {
            products.giveBack(order.productId(), order.quantity());
        }
        return moved;
    }

    /**
     * Cancels what somebody has ordered and not paid.
     *
     * @return what is still to be {@linkplain #tell told}, once all is held that this transaction holds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Order> cancelOpen(String buyerId) {
        return table.of(buyerId).stream()
                .filter(order -> order.buyerId().equals(buyerId))
                .map(order -> table.lock(order.id()))
                .filter(Objects::nonNull)
                .filter(order -> order.status() == OrderStatus.PENDING)
                .map(order -> kept(order, OrderStatus.CANCELLED, buyerId))
                .toList();
    }

    /** Tells that a buyer has moved orders on. */
    void tell(List<Order> moved) {
        moved.forEach(order -> news.moved(order, order.buyerId(), now()));
    }

    /** @throws Problem 404 if there is none for that user */
    Order find(String orderId, String userId) {
        Order order = table.find(orderId);
        if (order == null || access.part(order, userId) == null) {
            throw Problem.notFound();
        }
        return order;
    }

    /**
     * What somebody has bought or sold, the newest first.
     *
     * @param part null for both; as support, what anybody has
     * @param status null for any
     * @throws Problem 403 for who is no support
     */
    List<Order> list(String userId, @Nullable Part part, @Nullable OrderStatus status, Cursor after, int limit) {
        if (part == Part.SUPPORT && !access.isSupport(userId)) {
            throw Problem.forbidden("Forbidden");
        }
        return table.find(new OrderTable.Query(userId, tenants.of(userId), part, status), after, limit);
    }
}
