import { eventBus, EventTypes } from '@nebutra/event-bus';
import { broadcastToTenant } from './broadcast';

// Subscribe to event bus and broadcast via Pusher
eventBus.subscribe(EventTypes.ORDER_CREATED, async (event) => {
  await broadcastToTenant(event.tenantId, 'order:created', {
    orderId: event.data.orderId,
    total: event.data.total,
  });
});
