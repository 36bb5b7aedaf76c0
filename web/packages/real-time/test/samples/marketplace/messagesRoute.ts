// app/api/messages/route.ts
import { createPusherServer } from '@repo/real-time/server';
import { auth } from '@repo/auth/server';
import { database } from '@repo/database';

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

  const { conversationId, content } = await request.json();

  // Save message to database
  const message = await database.message.create({
    data: {
      conversationId,
      senderId: userId,
      content,
      read: false,
    },
    include: {
      sender: {
        select: {
          id: true,
          firstName: true,
          lastName: true,
          imageUrl: true,
        },
      },
    },
  });

  // Broadcast to conversation participants
  await pusherServer.sendMessage({
    id: message.id,
    conversationId: message.conversationId,
    senderId: message.senderId,
    content: message.content,
    createdAt: message.createdAt,
  });

  return Response.json({ success: true, message });
}
