// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  getPusherClient,
  pusherClient,
  RealTimeProvider,
  useChannel,
  useChannels,
  useConnectionState,
  useNotifications,
  usePresence,
  usePresenceChannel,
  useRealtimeClient,
  useServerClock,
  useTypingIndicator,
} from '@fanfare/real-time/client';
import { ConnectionStatus, MessageThread, NotificationBell, PresenceIndicator } from '@fanfare/real-time/components';

function Page() {
  const { isSubscribed } = useChannel('private-conversation-7');
  useChannels(['auction-1']);
  const { count } = usePresence('presence-room-1');
  usePresenceChannel('presence-room-1');
  const { state } = useConnectionState();
  useNotifications();
  useTypingIndicator('7');
  useServerClock();
  useRealtimeClient({ sessionId: 's', callbacks: {} });
  return <p>{`${String(isSubscribed)} ${count} ${state}`}</p>;
}

describe('on a server', () => {
  it('everything renders, and touches no socket, no network and no timer', () => {
    const touched = vi.fn();
    for (const name of ['WebSocket', 'fetch', 'setTimeout', 'setInterval']) {
      vi.stubGlobal(name, touched);
    }
    const page = (
      <>
        <Page />
        <RealTimeProvider config={{ pusherKey: 'k', userId: 'alice' }}>
          <Page />
          <NotificationBell />
          <MessageThread conversationId="7" />
          <PresenceIndicator contactId="1" />
          <ConnectionStatus />
        </RealTimeProvider>
      </>
    );
    const html = renderToString(page);
    expect(html).toContain('false 0 initialized');
    expect(html).toContain('Connecting...');
    expect(touched).not.toHaveBeenCalled();
  });

  it('there is no client of the page, and nobody gets that of another', () => {
    expect(pusherClient).toBeNull();
    expect(getPusherClient()).not.toBe(getPusherClient());
  });
});
