package dev.fanfare.platform.marketplace;

import dev.fanfare.sdk.bus.DomainEvent;
import dev.fanfare.sdk.bus.EventBus;
import dev.fanfare.sdk.bus.EventTypes;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises orders on the bus once they are committed, and tells their tenants when they are heard there. The bus forgets when the
 * process ends, the order does not: it keeps whether its tenant has heard of it, which changes in the transaction that tells it.
 * So what is raised twice is told once, and {@link UntoldOrders} raises again what was lost between the two.
 */
@Component
class OrderAnnouncements {
    private final EventBus bus;
    private final OrderTable orders;
    private final EventPublisher publisher;
    private final TransactionTemplate transactions;

    OrderAnnouncements(
            EventBus bus, OrderTable orders, EventPublisher publisher, PlatformTransactionManager transactions) {
        this.bus = bus;
        this.orders = orders;
        this.publisher = publisher;
        this.transactions = new TransactionTemplate(transactions);
    }

    void raiseAfterCommit(OrderCreated order) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                raise(order);
            }
        });
    }

    void raise(OrderCreated order) {
        bus.publish(DomainEvent.of(EventTypes.ORDER_CREATED, "marketplace", order.tenantId(), order));
    }

    /** Tells the members of the tenant, unless they have heard of it. Called again if that fails. */
    void tell(DomainEvent event) {
        OrderCreated order = event.data(OrderCreated.class);
        transactions.executeWithoutResult(status -> {
            if (orders.markTold(order.orderId())) {
                publisher.publish(order);
            }
        });
    }
}
