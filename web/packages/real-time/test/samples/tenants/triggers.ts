import { pusherServer, triggerEvent } from '@/lib/pusher/server';

// Trigger event to a channel
await triggerEvent(`private-tenant-${tenantId}`, 'notification', { message: 'New order received', orderId: '123' });

// Batch trigger to multiple channels
await pusherServer.triggerBatch([
  { channel: `private-user-${userId1}`, name: 'alert', data: {/* ... */} },
  { channel: `private-user-${userId2}`, name: 'alert', data: {/* ... */} },
]);
