import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerProvider, RealtimeClient, type RealTimeConfig } from '@fanfare/real-time/core';
import { loadProvider } from '../src/core/providers/registry.js';
import { MockBackend, type MockRequest } from '../src/testing/mockBackend.js';
import { PusherServer } from './pusherServer.js';
import { eventually } from './settled.js';

const CHAT = 'private-conversation-7';
const read = (readerId: string) => ({ conversationId: '7', readerId, readAt: '2026-01-01T00:00:00.000Z' });

let backend: MockBackend;
let ends: (() => void)[];
/** Writes to the stream of server-sent events that is open, and ends it. */
let stream: { write(text: string): void; end(): void } | null;

// Their code comes when it is wanted, and the next would have its turn on a machine that takes long to load it.
beforeAll(() => Promise.all(['websocket', 'sse', 'polling'].map(loadProvider)));

beforeEach(() => {
  backend = new MockBackend();
  ends = [];
  stream = null;
});

afterEach(() => ends.forEach((end) => end()));

function connected(config: RealTimeConfig): RealtimeClient {
  const client = new RealtimeClient({
    pusherKey: 'key',
    provider: 'websocket',
    wsHost: '127.0.0.1:1',
    fetch: backend.fetch,
    linger: 0,
    fallback: true,
    fallbackAfter: 100,
    pollInterval: 20,
    ...config,
  });
  ends.push(client.connect());
  return client;
}

/** Lets the back end serve streams, until it no longer does. */
function serveStreams(): void {
  backend.on('GET /api/realtime/sse', () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const encoder = new TextEncoder();
        stream = { write: (text) => controller.enqueue(encoder.encode(text)), end: () => controller.close() };
      },
    });
    return new Response(body);
  });
}

/** Publishes as the back end does: to the log, and to the stream. */
function publish(readerId: string): void {
  const seq = backend.append(CHAT, 'conversation:read', read(readerId));
  const event = { seq, channel: CHAT, event: 'conversation:read', data: read(readerId) };
  stream?.write(`id: ${CHAT}:${seq}\nevent: message\ndata: ${JSON.stringify(event)}\n\n`);
}

function listen(client: RealtimeClient): string[] {
  const heard: string[] = [];
  client.subscribe(CHAT).bind('conversation:read', ({ readerId }) => heard.push(readerId));
  return heard;
}

describe('where no WebSocket gets through', () => {
  it('events come by a stream, and the transport is told', async () => {
    serveStreams();
    const client = connected({});
    const transports = new Set<string>();
    client.changes.add(() => transports.add(`${client.connection.transport} ${client.connection.state}`));
    const heard = listen(client);
    await eventually(() => expect(client.connection).toMatchObject({ isConnected: true, transport: 'sse' }));
    await eventually(() => expect(backend.requestsFor('GET /api/realtime/sse')[0]?.query.get('channels')).toBe(CHAT));
    publish('bob');
    await eventually(() => expect(heard).toEqual(['bob']));
    expect(transports).toContain('websocket connecting');
    expect(transports).not.toContain('websocket connected');
  });

  it('a stream that ends is opened again where it ended, and nothing is told twice', async () => {
    serveStreams();
    const client = connected({ provider: 'sse', fallback: false });
    const heard = listen(client);
    await eventually(() => expect(stream).not.toBeNull());
    publish('bob');
    await eventually(() => expect(heard).toEqual(['bob']));
    stream?.end();
    stream = null;
    publish('carol');
    const requests = (): readonly MockRequest[] => backend.requestsFor('GET /api/realtime/sse');
    await eventually(() => expect(requests().at(-1)?.headers['last-event-id']).toBe(`${CHAT}:1`));
    await eventually(() => expect(heard).toEqual(['bob', 'carol']));
    publish('dave');
    await eventually(() => expect(heard).toEqual(['bob', 'carol', 'dave']));
  });

  it('nor a stream, the log is asked again and again', async () => {
    const client = connected({});
    const heard = listen(client);
    await eventually(() => expect(client.connection).toMatchObject({ isConnected: true, transport: 'polling' }));
    await eventually(() => expect(client.subscribe(CHAT).isSubscribed).toBe(true));
    publish('bob');
    publish('carol');
    await eventually(() => expect(heard).toEqual(['bob', 'carol']));
    await expect(client.trigger(CHAT, 'client-wave', {})).rejects.toThrow('polling');
  });

  it.each(['sse', 'polling'])('a channel that is refused does not spoil the others, by %s', async (provider) => {
    const secret = 'private-user-bob';
    const isSecret = (names: string | null): boolean => (names ?? '').split(',').includes(secret);
    const refused = (): Response => new Response(null, { status: 403 });
    const open = new MockBackend();
    open.append(CHAT, 'conversation:read', read('before'));
    backend.on('GET /api/realtime/events', ({ query }) =>
      isSecret(query.get('channel')) ? refused() : open.fetch(`/api/realtime/events?${query}`),
    );
    backend.on('GET /api/realtime/sse', ({ query }) =>
      isSecret(query.get('channels'))
        ? refused()
        : new Response(new ReadableStream({ start: (controller) => ends.push(() => controller.close()) })),
    );
    const client = connected({ provider, fallback: false });
    const other = client.subscribe(secret);
    const chat = client.subscribe(CHAT);
    await eventually(() => expect(other.error).toMatchObject({ status: 403 }));
    await eventually(() => expect([chat.isSubscribed, client.connection.isConnected]).toEqual([true, true]));
    expect(other.isSubscribed).toBe(false);
  });

  it('a provider that throws makes way for the next, and alone it is told', async () => {
    registerProvider('throwing', () => {
      throw new Error('It cannot be made');
    });
    const alone = connected({ provider: 'throwing', fallback: false });
    await eventually(() => expect(alone.connection).toMatchObject({ state: 'failed', error: { message: 'It cannot be made' } }));
    const client = connected({ provider: 'throwing', fallback: ['polling'], fallbackAfter: 60_000 });
    await eventually(() => expect(client.connection).toMatchObject({ isConnected: true, transport: 'polling' }));
  });

  it('and nothing else gets through, the connection says so', async () => {
    backend.on('GET /api/realtime/events', () => new Response(null, { status: 503 }));
    const client = connected({});
    listen(client);
    await eventually(() => expect(client.connection).toMatchObject({ isDisconnected: true, transport: 'polling' }));
  });

  it('the WebSocket takes over as soon as it does, without a gap or a repetition', async () => {
    const server = await PusherServer.start();
    server.refuseWith = 4100;
    serveStreams();
    const client = connected({ wsHost: `127.0.0.1:${server.port}` });
    const heard = listen(client);
    await eventually(() => expect(client.connection.transport).toBe('sse'));
    await eventually(() => expect(stream).not.toBeNull());
    publish('by stream');
    await eventually(() => expect(heard).toEqual(['by stream']));
    backend.on('POST /api/pusher/auth', () => ({ auth: 'key:signature' }));
    stream = null;
    publish('between');
    server.refuseWith = null;
    await eventually(() => expect(client.connection).toMatchObject({ isConnected: true, transport: 'websocket' }));
    await eventually(() => expect(client.connection.recovered).toBe(true));
    publish('by socket');
    server.emit(CHAT, 'conversation:read', read('by socket'));
    await eventually(() => expect(heard.at(-1)).toBe('by socket'));
    expect(heard).toEqual(['by stream', 'between', 'by socket']);
    await server.stop();
  });
});
