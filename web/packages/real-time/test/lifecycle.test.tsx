import { act, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  clientFor,
  getPusherClient,
  PusherProvider,
  RealTimeProvider,
  useChannel,
  useConnectionState,
  useEvent,
  useNotifications,
  usePresence,
  usePusher,
  useServerClock,
  useTypingIndicator,
} from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { registerProvider, type ProviderSink } from '@fanfare/real-time/core';
import { forgetClients } from '../src/core/client/clients.js';
import { MockBackend } from '../src/testing/mockBackend.js';
import { MockProvider, MockServer } from '../src/testing/mockProvider.js';
import { eventually, settled } from './settled.js';

afterEach(() => forgetClients());

function Everything({ id = '7' }: { id?: string }): null {
  useChannel(`private-conversation-${id}`);
  useEvent(`private-conversation-${id}`, ['message:new', 'conversation:read'], () => {});
  usePresence(`presence-room-${id}`);
  useTypingIndicator(id);
  useNotifications();
  useConnectionState();
  useServerClock();
  return null;
}

describe('a thousand mounts and unmounts', () => {
  it('leave no channel, no timer and no listener, and make one connection and no subscription twice', async () => {
    vi.useFakeTimers();
    const mock = createMockRealtime();
    const documentListeners = vi.spyOn(document, 'addEventListener');
    const documentRemoved = vi.spyOn(document, 'removeEventListener');
    const flush = () => act(() => vi.advanceTimersByTimeAsync(1));
    const { rerender } = render(<p />, { wrapper: mock.wrapper });
    await flush();
    const before = { timers: vi.getTimerCount(), listeners: mock.client.changes.size };
    for (let cycle = 0; cycle < 1000; cycle++) {
      rerender(<Everything />);
      rerender(<p />);
    }
    await flush();
    expect(mock.connections).toBe(1);
    expect([...mock.subscriptions].sort()).toEqual(['presence-room-7', 'private-conversation-7', 'private-user-me']);
    await act(() => vi.advanceTimersByTimeAsync(2600));
    expect(mock.client.channelCount).toBe(0);
    expect(mock.channels).toEqual([]);
    expect({ timers: vi.getTimerCount(), listeners: mock.client.changes.size }).toEqual(before);
    const ofVisibility = (calls: unknown[][]) => calls.filter(([type]) => type === 'visibilitychange').length;
    expect(ofVisibility(documentListeners.mock.calls)).toBe(1000);
    expect(ofVisibility(documentRemoved.mock.calls)).toBe(1000);
  });
});

describe('a channel without users', () => {
  it('stays for 2.5 s, so that coming back costs nothing', async () => {
    vi.useFakeTimers();
    const mock = createMockRealtime();
    const release = mock.client.connect();
    const first = mock.client.subscribe('auction-1');
    await vi.advanceTimersByTimeAsync(0);
    first.unsubscribe();
    await vi.advanceTimersByTimeAsync(2499);
    const second = mock.client.subscribe('auction-1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(mock.subscriptions).toEqual(['auction-1']);
    second.unsubscribe();
    await vi.advanceTimersByTimeAsync(2500);
    expect(mock.channels).toEqual([]);
    release();
  });
});

describe('subscriptions by hand', () => {
  it('end with the last unsubscribe of a name', async () => {
    const mock = createMockRealtime({ config: { linger: 0 } });
    const heard: string[] = [];
    mock.client.subscribe('auction-1').bind('auction:extended', () => heard.push('first'));
    mock.client.subscribe('auction-1').bind('auction:extended', () => heard.push('second'));
    await settled();
    mock.client.unsubscribe('auction-1');
    await settled();
    mock.emit('auction-1', 'auction:extended', { auctionId: '1', endAt: '' });
    expect(heard).toContain('second');
    mock.client.unsubscribe('auction-1');
    await eventually(() => expect(mock.channels).toEqual([]));
  });
});

describe('providers', () => {
  function server() {
    const backend = new MockBackend();
    const counted = new MockServer();
    registerProvider('counted', (context) => new MockProvider(counted, context));
    return { counted, backend, config: { provider: 'counted', pusherKey: 'k', fetch: backend.fetch } };
  }

  it('with the same key share one connection, nested or beside each other', async () => {
    const { counted, config } = server();
    render(
      <>
        <RealTimeProvider config={config}>
          <Everything />
          <PusherProvider userId="me">
            <Everything id="8" />
          </PusherProvider>
        </RealTimeProvider>
        <RealTimeProvider config={{ ...config }}>
          <Everything id="9" />
        </RealTimeProvider>
      </>,
    );
    await settled();
    expect(counted.connections).toBe(1);
    expect(counted.provider?.channels.size).toBe(6);
  });

  it('keep their connection when the config is another object at each render', async () => {
    const { counted, config } = server();
    const { rerender } = render(<RealTimeProvider config={{ ...config }} />);
    await settled();
    for (let turn = 0; turn < 20; turn++) {
      rerender(<RealTimeProvider config={{ ...config }} />);
    }
    await settled();
    expect(counted.connections).toBe(1);
  });

  it('connect anew for another user', async () => {
    const { counted, config } = server();
    const { rerender } = render(<RealTimeProvider config={{ ...config, userId: 'alice' }} />);
    await settled();
    rerender(<RealTimeProvider config={{ ...config, userId: 'bob' }} />);
    await settled();
    expect(counted.connections).toBe(2);
  });

  it('forget who was signed in when there is another user, connected or not', async () => {
    let sink: ProviderSink | undefined;
    registerProvider('signing', (context) => {
      sink = context.sink;
      return new MockProvider(new MockServer(), context);
    });
    const client = clientFor({ provider: 'signing', pusherKey: 'k', linger: 0 });
    const end = client.connect();
    await settled();
    sink?.signedIn('alice');
    expect(client.userId).toBe('alice');
    end();
    await eventually(() => expect(client.connection.state).toBe('disconnected'));
    client.configure({ ...client.config, userId: 'bob' });
    client.configure({ ...client.config, userId: undefined });
    expect(client.userId).toBeNull();
  });

  it('connect anew with another key', async () => {
    const { counted, config } = server();
    const { rerender } = render(<RealTimeProvider config={config} />);
    await settled();
    const first = getPusherClient();
    rerender(<RealTimeProvider config={{ ...config, pusherKey: 'other' }} />);
    await settled();
    expect(counted.connections).toBe(2);
    expect(clientFor({ ...config, pusherKey: 'other' }).connection.isConnected).toBe(true);
    expect(first.config.pusherKey).toBe('k');
  });

  it('called PusherProvider wait for a user', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response(null, { status: 404 })));
    vi.stubGlobal('fetch', fetched);
    const { rerender } = render(
      <PusherProvider>
        <Everything />
      </PusherProvider>,
    );
    await settled();
    expect(fetched).not.toHaveBeenCalled();
    rerender(
      <PusherProvider userId="alice">
        <Everything />
      </PusherProvider>,
    );
    await settled();
    expect(fetched).toHaveBeenCalledWith('/api/realtime/config', expect.anything());
  });

  it('give the hooks below them the client of the page', async () => {
    const { config } = server();
    let used: unknown;
    const User = (): null => {
      used = usePusher();
      return null;
    };
    render(
      <RealTimeProvider config={config}>
        <User />
      </RealTimeProvider>,
    );
    expect(used).toBe(clientFor(config));
    expect(used).toBe(getPusherClient());
    await settled();
  });
});
