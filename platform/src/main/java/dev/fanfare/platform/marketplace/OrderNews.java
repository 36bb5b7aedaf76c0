package dev.fanfare.platform.marketplace;

import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import dev.fanfare.sdk.systems.tenant.OrderStatusChanged;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of orders, in the transaction that made it so. */
@Component
class OrderNews {
    private final EventPublisher publisher;
    private final ApplicationEventPublisher application;
    private final OrderAnnouncements announcements;

    OrderNews(EventPublisher publisher, ApplicationEventPublisher application, OrderAnnouncements announcements) {
        this.publisher = publisher;
        this.application = application;
        this.announcements = announcements;
    }

    void placed(Order order) {
        application.publishEvent(
                new OrderPlaced(order.id(), order.title(), order.buyerId(), order.sellerId(), order.quantity()));
        announcements.raiseAfterCommit(new OrderCreated(order.tenantId(), order.id(), order.totalMinor()));
    }

    void moved(Order order, String byId, Instant at) {
        publisher.publish(new OrderStatusChanged(order.id(), order.status().name(), at));
        application.publishEvent(
                new OrderMoved(order.id(), order.title(), order.buyerId(), order.sellerId(), order.status(), byId));
    }
}
