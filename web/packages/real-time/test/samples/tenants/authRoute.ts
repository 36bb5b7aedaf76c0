// apps/api-gateway/src/routes/pusher/auth.ts
import { pusherServer } from '@/lib/pusher/server';

export async function POST(req: Request) {
  const { socket_id, channel_name } = await req.json();
  const user = await getCurrentUser(req);

  // Validate channel access
  if (channel_name.startsWith('private-tenant-')) {
    const tenantId = channel_name.replace('private-tenant-', '');
    if (user.tenantId !== tenantId) {
      return new Response('Forbidden', { status: 403 });
    }
  }

  // Authorize
  const auth = pusherServer.authorizeChannel(socket_id, channel_name, {
    user_id: user.id,
    user_info: { name: user.name, avatar: user.avatar },
  });

  return Response.json(auth);
}
