package dev.fanfare.sdk.systems.tenant;

import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.announcement.Maintenance;
import dev.fanfare.sdk.systems.announcement.Reload;
import java.util.function.Consumer;

/**
 * A channel for each tenant, and one for each of its orders.
 *
 * @param members who belongs to a tenant
 * @param parties whom an order concerns
 */
public record TenantChannels<U>(Policy<U> members, Policy<U> parties) implements Consumer<RegistryBuilder<U>> {
    public static final String PATTERN = "private-tenant-{tenantId}";
    public static final String ORDER = "private-order-{orderId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PATTERN, channel -> channel.allows(members))
                .channel(ORDER, channel -> channel.allows(parties))
                .event(
                        OrderCreated.class,
                        order -> order.to(
                                PATTERN, "order:created", NewOrder.class, OrderCreated::tenantId, NewOrder::of))
                .event(
                        OrderStatusChanged.class,
                        order -> order.whole(ORDER, "order:status", OrderStatusChanged::orderId))
                .event(
                        TenantNotified.class,
                        notice -> notice.to(
                                PATTERN,
                                "notification",
                                TenantNotice.class,
                                TenantNotified::tenantId,
                                TenantNotified::notice))
                .event(
                        MaintenancePlanned.class,
                        planned -> planned.to(
                                PATTERN,
                                "system:maintenance",
                                Maintenance.class,
                                MaintenancePlanned::tenantId,
                                MaintenancePlanned::maintenance))
                .event(
                        ReloadRequested.class,
                        requested -> requested.to(
                                PATTERN,
                                "system:reload",
                                Reload.class,
                                ReloadRequested::tenantId,
                                ReloadRequested::reload))
                .event(RecordChanged.class, changed -> {
                    for (RecordChanged.Change change : RecordChanged.Change.values()) {
                        changed.to(
                                PATTERN,
                                change.event(),
                                TenantRecord.class,
                                RecordChanged::tenantId,
                                event -> event.change() == change ? event.changed() : null);
                    }
                });
    }
}
