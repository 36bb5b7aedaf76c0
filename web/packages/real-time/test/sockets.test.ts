import Pusher from 'pusher-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RealtimeClient, type RealTimeConfig } from '@fanfare/real-time/core';
import { MockBackend } from '../src/testing/mockBackend.js';
import { PusherServer } from './pusherServer.js';
import { eventually } from './settled.js';

const CHAT = 'private-conversation-7';
const READ = { conversationId: '7', readerId: 'bob', readAt: '2026-01-01T00:00:00.000Z' };

let server: PusherServer;
let backend: MockBackend;
let ends: (() => void)[];

beforeEach(async () => {
  server = await PusherServer.start();
  backend = new MockBackend();
  ends = [];
  backend.on('POST /api/pusher/auth', ({ body }) => {
    const { channel_name: channel } = body as { channel_name: string };
    const member = { user_id: 'alice', user_info: { name: 'Alice' } };
    return { auth: 'key:signature', ...(channel.startsWith('presence-') && { channel_data: JSON.stringify(member) }) };
  });
});

afterEach(async () => {
  ends.forEach((end) => end());
  await server.stop();
});

function connected(config: RealTimeConfig): RealtimeClient {
  const client = new RealtimeClient({
    pusherKey: 'key',
    wsHost: `127.0.0.1:${server.port}`,
    fetch: backend.fetch,
    linger: 0,
    // pusher-js takes the WebSocket of its environment as it is loaded: that of jsdom
    pusher: Pusher as unknown as NonNullable<RealTimeConfig['pusher']>,
    pusherOptions: { enabledTransports: ['ws'], disableStats: true },
    ...config,
  });
  ends.push(client.connect());
  return client;
}

describe.each(['websocket', 'pusher'])('the provider %s', (provider) => {
  it('carries all channels over one connection, with a grant where one is needed', async () => {
    const client = connected({ provider });
    const heard: unknown[] = [];
    client.subscribe(CHAT).bind('conversation:read', (data) => heard.push(data));
    const room = client.subscribe('presence-room-1');
    client.subscribe('auction-1');
    const auction = client.subscribe('auction-1');
    await eventually(() => expect(server.received('pusher:subscribe')).toHaveLength(3));
    await eventually(() => expect([room.isSubscribed, auction.isSubscribed]).toEqual([true, true]));
    server.emit(CHAT, 'conversation:read', READ);
    await eventually(() => expect(heard).toEqual([READ]));
    expect(server.connections).toBe(1);
    expect(client.connection).toMatchObject({ isConnected: true, transport: provider });
    expect(client.socketId).toBe('1.1');
    const asked = backend.requestsFor('POST /api/pusher/auth').map(({ body }) => body);
    expect(asked).toHaveLength(2);
    expect(asked).toContainEqual({ socket_id: '1.1', channel_name: CHAT });
  });

  it('asks for headers at each request, and once more after a 401', async () => {
    let token = 'old';
    backend.on('POST /api/pusher/auth', ({ headers }) =>
      headers.authorization === 'Bearer new' ? { auth: 'key:signature' } : new Response(null, { status: 401 }),
    );
    const client = connected({
      provider,
      headersProvider: () => ({ Authorization: `Bearer ${token}` }),
      refreshAuth: () => {
        token = 'new';
      },
    });
    const channel = client.subscribe(CHAT);
    await eventually(() => expect(channel.isSubscribed).toBe(true));
    const sent = backend.requestsFor('POST /api/pusher/auth').map(({ headers }) => headers.authorization);
    expect(sent).toEqual(['Bearer old', 'Bearer new']);
  });

  it('tells the status of a refusal after asking twice at most', async () => {
    backend.on('POST /api/pusher/auth', () => new Response(null, { status: 401 }));
    const channel = connected({ provider }).subscribe(CHAT);
    await eventually(() => expect(channel.error).toMatchObject({ status: 401, type: 'AuthError' }));
    expect(backend.requestsFor('POST /api/pusher/auth')).toHaveLength(2);
  });

  it('comes back after a break, asks for new grants, and fetches what was missed', async () => {
    const client = connected({ provider });
    const channel = client.subscribe(CHAT);
    const heard: unknown[] = [];
    channel.bind('conversation:read', ({ readerId }, { recovered }) => heard.push([readerId, recovered]));
    await eventually(() => expect(backend.requestsFor('GET /api/realtime/events')).toHaveLength(1));
    server.breakAll();
    await eventually(() => expect(channel.isSubscribed).toBe(false));
    backend.append(CHAT, 'conversation:read', READ);
    await eventually(() => expect(client.connection.recovered).toBe(true));
    expect(heard).toEqual([['bob', true]]);
    expect(backend.requestsFor('POST /api/pusher/auth').map(({ body }) => (body as { socket_id: string }).socket_id)).toEqual([
      '1.1',
      '1.2',
    ]);
  });

  it('gives up and says why when the server says never', async () => {
    server.refuseWith = 4001;
    const client = connected({ provider });
    await eventually(() => expect(client.connection).toMatchObject({ isDisconnected: true, state: 'failed' }));
    expect(client.connection.error?.message).toContain('refused by the test');
  });

  it('sends client events, and leaves channels and the connection when nobody is left', async () => {
    const client = connected({ provider });
    const channel = client.subscribe(CHAT);
    await eventually(() => expect(channel.isSubscribed).toBe(true));
    await channel.trigger('client-wave', { hello: 1 });
    await eventually(() =>
      expect(server.received('client-wave')).toEqual([{ event: 'client-wave', channel: CHAT, data: { hello: 1 } }]),
    );
    channel.unsubscribe();
    await eventually(() => expect(server.received('pusher:unsubscribe')).toHaveLength(1));
    ends.forEach((end) => end());
    await eventually(() => expect(server.sockets.size).toBe(0));
  });

  it('tells members and oneself', async () => {
    const client = connected({ provider });
    const view = client.view('presence-room-1');
    ends.push(view.open());
    await eventually(() => expect(view.opened?.roster.snapshot).toMatchObject({ myId: 'alice', isStale: false }));
    expect(view.opened?.roster.get('alice')).toEqual({ id: 'alice', name: 'Alice', info: { name: 'Alice' } });
  });

  it('notices a server that says nothing any more', async () => {
    server.activityTimeout = 1;
    server.isAlive = false;
    const client = connected({ provider, activityTimeout: 100, pongTimeout: 100 });
    await eventually(() => expect(server.connections).toBeGreaterThan(1));
    expect(client.connection.transport).toBe(provider);
  });
});

describe('settings', () => {
  it('come from the back end where there is no key', async () => {
    backend.on('GET /api/realtime/config', () => ({
      provider: 'websocket',
      key: 'served',
      cluster: 'eu',
      host: '127.0.0.1',
      port: server.port,
      wssPort: null,
      encrypted: false,
      authEndpoint: '/elsewhere',
    }));
    backend.on('POST /elsewhere', () => ({ auth: 'served:signature' }));
    const client = connected({ pusherKey: undefined, wsHost: undefined });
    const channel = client.subscribe(CHAT);
    await eventually(() => expect(channel.isSubscribed).toBe(true));
    expect(client.connection.transport).toBe('websocket');
  });

  it('are asked for again while the back end is away', async () => {
    let isUp = false;
    backend.on('GET /api/realtime/config', () =>
      isUp
        ? { provider: 'websocket', key: 'k', host: '127.0.0.1', port: server.port, encrypted: false }
        : new Response(null, { status: 503 }),
    );
    const client = connected({ pusherKey: undefined, wsHost: undefined });
    await eventually(() => expect(client.connection).toMatchObject({ state: 'unavailable', isDisconnected: true }));
    isUp = true;
    await eventually(() => expect(client.connection.isConnected).toBe(true));
  });
});
