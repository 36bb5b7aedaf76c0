// app/api/orders/[id]/status/route.ts
import { createPusherServer } from '@repo/real-time/server';
import { database } from '@repo/database';

const pusherServer = createPusherServer({
  pusherKey: process.env.NEXT_PUBLIC_PUSHER_KEY!,
  pusherCluster: process.env.NEXT_PUBLIC_PUSHER_CLUSTER!,
  pusherAppId: process.env.PUSHER_APP_ID!,
  pusherSecret: process.env.PUSHER_SECRET!,
});

export async function PATCH(request: Request, { params }: { params: { id: string } }) {
  const { status } = await request.json();

  const order = await database.order.update({
    where: { id: params.id },
    data: { status },
    include: {
      buyer: true,
      product: true,
    },
  });

  // Send real-time notification to buyer
  await pusherServer.sendNotification({
    userId: order.buyerId,
    title: 'Order Update',
    message: `Your order for ${order.product.title} has been ${status.toLowerCase()}`,
    type: 'order',
    metadata: {
      orderId: order.id,
      status: order.status,
    },
  });

  return Response.json({ success: true, order });
}
