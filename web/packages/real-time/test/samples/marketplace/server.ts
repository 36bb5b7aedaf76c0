import { createPusherServer } from '@repo/real-time/server';

// Create Pusher server instance
const pusherServer = createPusherServer({
  pusherKey: process.env.NEXT_PUBLIC_PUSHER_KEY!,
  pusherCluster: process.env.NEXT_PUBLIC_PUSHER_CLUSTER!,
  pusherAppId: process.env.PUSHER_APP_ID!,
  pusherSecret: process.env.PUSHER_SECRET!,
});

// Send notifications
await pusherServer.sendNotification({
  userId: 'user_123',
  title: 'Order Update',
  message: 'Your order has been shipped!',
  type: 'order',
  metadata: { orderId: 'order_456' },
});

// Send messages
await pusherServer.sendMessage({
  id: 'msg_123',
  conversationId: 'conv_456',
  senderId: 'user_789',
  content: 'Hello!',
  createdAt: new Date(),
});
