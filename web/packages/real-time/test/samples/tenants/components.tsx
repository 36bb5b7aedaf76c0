import { usePusher, useChannel, usePresenceChannel } from '@/lib/pusher/client';

function NotificationListener() {
  const channel = useChannel(`private-user-${userId}`);

  useEffect(() => {
    if (!channel) return;

    channel.bind('notification', (data) => {
      toast.info(data.message);
    });

    return () => channel.unbind('notification');
  }, [channel]);

  return null;
}

function CollaborativeEditor({ roomId }) {
  const { members, myId } = usePresenceChannel(`presence-room-${roomId}`);

  return (
    <div>
      <span>{members.length} users online</span>
      {members.map((member) => (
        <Avatar key={member.id} user={member.info} />
      ))}
    </div>
  );
}
