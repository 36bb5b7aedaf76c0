// app/api/pusher/auth/route.ts
import { createPusherServer } from '@repo/real-time/server';
import { auth } from '@repo/auth/server';

const pusherServer = createPusherServer({
  pusherKey: process.env.NEXT_PUBLIC_PUSHER_KEY!,
  pusherCluster: process.env.NEXT_PUBLIC_PUSHER_CLUSTER!,
  pusherAppId: process.env.PUSHER_APP_ID!,
  pusherSecret: process.env.PUSHER_SECRET!,
});

export async function POST(request: Request) {
  const { userId } = auth();
  if (!userId) {
    return Response.json({ error: 'Unauthorized' }, { status: 401 });
  }

  const formData = await request.formData();
  const socketId = formData.get('socket_id') as string;
  const channel = formData.get('channel_name') as string;

  // Validate user access to channel
  if (channel.startsWith('private-conversation-')) {
    const conversationId = channel.replace('private-conversation-', '');

    // Check if user is participant in conversation
    const conversation = await database.conversation.findFirst({
      where: {
        id: conversationId,
        OR: [{ buyerId: userId }, { sellerId: userId }],
      },
    });

    if (!conversation) {
      return Response.json({ error: 'Access denied' }, { status: 403 });
    }
  }

  // User-specific private channels
  if (channel === `private-user-${userId}`) {
    const authResponse = pusherServer.authorizeChannel(socketId, channel);
    return Response.json(authResponse);
  }

  return Response.json({ error: 'Unauthorized channel' }, { status: 403 });
}
