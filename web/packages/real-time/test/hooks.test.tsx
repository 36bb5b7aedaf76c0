import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { StrictMode, useEffect, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  useChannel,
  useChannels,
  useClientTrigger,
  useConnectionState,
  useEvent,
  usePresence,
  useRealtimeClient,
  useRealtimeQueries,
  useServerClock,
  useTrigger,
  type RealtimeChannel,
} from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { settled } from './settled.js';

const CHAT = 'private-conversation-7';
const MESSAGE = { id: 'm1', text: 'Hi', sentAt: '2026-01-01T00:00:00.000Z', senderId: 'bob', conversationId: '7' };

describe('useChannel', () => {
  it('gives the same object while the name stays, with all that the samples use', async () => {
    const mock = createMockRealtime();
    const { result, rerender } = renderHook(({ name }) => useChannel(name), {
      wrapper: mock.wrapper,
      initialProps: { name: CHAT },
    });
    const first = result.current;
    expect(first.isSubscribed).toBe(false);
    await waitFor(() => expect(result.current.isSubscribed).toBe(true));
    rerender({ name: CHAT });
    expect(result.current).toBe(first);
    expect(result.current.channel).toBe(first);
    rerender({ name: 'private-conversation-8' });
    expect(result.current).not.toBe(first);
    expect(result.current.name).toBe('private-conversation-8');
  });

  it('subscribes to nothing without a name, or when it is not enabled', async () => {
    const mock = createMockRealtime();
    const { result } = renderHook(() => [useChannel(null), useChannel(CHAT, { enabled: false })], { wrapper: mock.wrapper });
    await settled();
    expect(mock.channels).toEqual([]);
    expect(result.current[0]?.isSubscribed).toBe(false);
  });

  it('resubscribes nothing when callbacks change at each render, and calls the last', async () => {
    const mock = createMockRealtime();
    const heard: string[] = [];
    const { rerender } = renderHook(({ turn }) => useEvent(CHAT, 'message:new', ({ text }) => heard.push(`${turn} ${text}`)), {
      wrapper: mock.wrapper,
      initialProps: { turn: 0 },
    });
    await settled();
    for (let turn = 1; turn <= 100; turn++) {
      rerender({ turn });
    }
    act(() => mock.emit(CHAT, 'message:new', MESSAGE));
    expect(heard).toEqual(['100 Hi']);
    expect(mock.subscriptions).toEqual([CHAT]);
  });

  it('unbinds only what was bound through it', async () => {
    const mock = createMockRealtime();
    const heard: string[] = [];
    const { result } = renderHook(() => [useChannel(CHAT), useChannel(CHAT)] as const, { wrapper: mock.wrapper });
    await settled();
    const [one, other] = result.current;
    one.bind('message:new', () => heard.push('one'));
    other.bind('message:new', () => heard.push('other'));
    one.unbind('message:new');
    mock.emit(CHAT, 'message:new', MESSAGE);
    expect(heard).toEqual(['other']);
  });

  it('goes on hearing in one component when another on the same channel leaves', async () => {
    const mock = createMockRealtime();
    const heard: string[] = [];
    const Listener = ({ id }: { id: string }): null => {
      useEvent(CHAT, 'message:new', () => heard.push(id));
      return null;
    };
    const { rerender } = render([<Listener key="a" id="a" />, <Listener key="b" id="b" />], { wrapper: mock.wrapper });
    await settled();
    rerender([<Listener key="b" id="b" />]);
    mock.emit(CHAT, 'message:new', MESSAGE);
    expect(heard).toEqual(['b']);
    expect(mock.subscriptions).toEqual([CHAT]);
  });

  it('tells a second subscriber that the channel is subscribed', async () => {
    const mock = createMockRealtime();
    const first = renderHook(() => useChannel(CHAT), { wrapper: mock.wrapper });
    await waitFor(() => expect(first.result.current.isSubscribed).toBe(true));
    const late = vi.fn();
    const second = renderHook(
      () => {
        const channel = useChannel(CHAT);
        useEffect(() => channel.bind('pusher:subscription_succeeded', late), [channel]);
        return channel;
      },
      { wrapper: mock.wrapper },
    );
    expect(second.result.current.isSubscribed).toBe(true);
    await settled();
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('hears what a child binds in its effect, which comes before the subscription', async () => {
    const mock = createMockRealtime();
    const heard: unknown[] = [];
    const Child = ({ channel }: { channel: RealtimeChannel<typeof CHAT> }): null => {
      useEffect(() => channel.bind('message:new', (data) => heard.push(data.id)), [channel]);
      return null;
    };
    const Parent = () => <Child channel={useChannel(CHAT)} />;
    render(<Parent />, { wrapper: mock.wrapper });
    await settled();
    mock.emit(CHAT, 'message:new', MESSAGE);
    expect(heard).toEqual(['m1']);
  });

  it('says why a subscription was refused', async () => {
    const mock = createMockRealtime();
    mock.refuse(CHAT, 403);
    const { result } = renderHook(() => useChannel(CHAT), { wrapper: mock.wrapper });
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 403, type: 'AuthError' }));
    expect(result.current.isSubscribed).toBe(false);
  });

  it('revives dates that the types promise', async () => {
    const mock = createMockRealtime();
    const heard: unknown[] = [];
    renderHook(() => useEvent(CHAT, 'new-message', ({ createdAt, senderId }) => heard.push(createdAt, senderId)), {
      wrapper: mock.wrapper,
    });
    await settled();
    const createdAt = '2026-01-01T00:00:00.000Z';
    mock.emit(CHAT, 'new-message', { id: 'm', conversationId: '7', senderId: null as unknown as string, content: '', createdAt });
    expect(heard).toEqual([new Date(createdAt), '']);
  });
});

describe('useChannels', () => {
  it('subscribes many, and only what is new when the names change', async () => {
    const mock = createMockRealtime();
    const { result, rerender } = renderHook(({ names }) => useChannels(names), {
      wrapper: mock.wrapper,
      initialProps: { names: ['auction-1', 'auction-2'] },
    });
    await waitFor(() => expect(result.current['auction-2']?.isSubscribed).toBe(true));
    rerender({ names: ['auction-2', 'auction-3'] });
    await waitFor(() => expect(result.current['auction-3']?.isSubscribed).toBe(true));
    expect(Object.keys(result.current)).toEqual(['auction-2', 'auction-3']);
    expect(mock.subscriptions).toEqual(['auction-1', 'auction-2', 'auction-3']);
  });
});

describe('triggers', () => {
  it('publish nothing by themselves where the application has no route for it', async () => {
    const mock = createMockRealtime();
    const { result } = renderHook(() => [useTrigger(CHAT), useChannel(CHAT)] as const, { wrapper: mock.wrapper });
    await settled();
    const [trigger, channel] = result.current;
    for (const attempt of [trigger('message:new', {}), channel.trigger('message:new', {})]) {
      await expect(attempt).rejects.toThrow('message:new was not sent: it is no client event');
    }
    expect(mock.backend.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(mock.triggered).toEqual([]);
  });

  it('send client events over the connection and ask the route of the application for others', async () => {
    const mock = createMockRealtime({ config: { endpoints: { trigger: '/api/say' } } });
    mock.backend.on('POST /api/say', () => ({}));
    const { result } = renderHook(() => [useTrigger(CHAT), useClientTrigger(CHAT)] as const, { wrapper: mock.wrapper });
    await settled();
    const [trigger, clientTrigger] = result.current;
    await trigger('message:new', { a: 1 });
    await clientTrigger('wave', { b: 2 });
    expect(mock.backend.requestsFor('POST /api/say')[0]?.body).toMatchObject({
      channel: CHAT,
      event: 'message:new',
    });
    expect(mock.triggered).toEqual([{ channel: CHAT, event: 'client-wave', data: { b: 2 } }]);
    act(() => mock.disconnect());
    await expect(clientTrigger('wave', {})).rejects.toThrow('client-wave was not sent');
  });
});

describe('useConnectionState', () => {
  it.each(['initialized', 'connecting', 'connected', 'reconnecting', 'disconnected', 'unavailable', 'failed'] as const)(
    'has exactly one flag while %s',
    async (state) => {
      const mock = createMockRealtime();
      const { result } = renderHook(() => useConnectionState(), { wrapper: mock.wrapper });
      await settled();
      act(() => mock.disconnect(state));
      expect(result.current.state).toBe(state);
      expect(
        [result.current.isConnected, result.current.isConnecting, result.current.isDisconnected].filter(Boolean),
      ).toHaveLength(1);
    },
  );

  it('tells the transport', async () => {
    const mock = createMockRealtime();
    const { result } = renderHook(() => useConnectionState(), { wrapper: mock.wrapper });
    expect(result.current).toMatchObject({ state: 'connecting', transport: 'none' });
    await waitFor(() => expect(result.current).toMatchObject({ isConnected: true, transport: 'mock' }));
  });
});

describe('useServerClock', () => {
  it('knows how far the clock here is off', async () => {
    const mock = createMockRealtime();
    mock.backend.on('GET /api/time', () => ({ now: new Date(Date.now() + 90_000).toISOString() }));
    const { result } = renderHook(() => useServerClock(), { wrapper: mock.wrapper });
    await waitFor(() => expect(result.current.isSynced).toBe(true));
    expect(Math.abs(result.current.offset - 90_000)).toBeLessThan(1000);
    expect(Math.abs(result.current.now() - Date.now() - 90_000)).toBeLessThan(1000);
  });
});

describe('useRealtimeQueries', () => {
  it('invalidates exactly the queries of the events, once for a burst', async () => {
    const queryClient = { invalidateQueries: vi.fn() };
    const mock = createMockRealtime({ queryClient });
    renderHook(() => useRealtimeQueries('private-contact-1', { 'note:created': ({ contactId }) => [['notes', contactId]] }), {
      wrapper: mock.wrapper,
    });
    await settled();
    const note = { id: 'n', contactId: '1', authorId: 'a', text: '', createdAt: '', updatedAt: '' };
    for (let i = 0; i < 20; i++) {
      mock.emit('private-contact-1', 'note:created', { ...note, id: `n${i}` });
    }
    await waitFor(() => expect(queryClient.invalidateQueries).toHaveBeenCalledWith({ queryKey: ['notes', '1'] }));
    expect(queryClient.invalidateQueries).toHaveBeenCalledTimes(1);
  });
});

describe('useRealtimeClient', () => {
  it('tells each event of a session once, as type and data, with one connection however callbacks change', async () => {
    const mock = createMockRealtime({ userId: 'alice' });
    mock.join('presence-planning-poker-s1', 'alice', { name: 'Alice' });
    const events: unknown[] = [];
    const onConnected = vi.fn();
    const { result, rerender } = renderHook(
      () =>
        useRealtimeClient({
          sessionId: 's1',
          callbacks: { onEvent: (message) => events.push(message), onConnected: () => onConnected() },
        }),
      { wrapper: mock.wrapper },
    );
    await waitFor(() => expect(result.current.onlineMembers.map(({ name }) => name)).toEqual(['Alice']));
    rerender();
    rerender();
    const vote = { sessionId: 's1', taskId: 't', userId: 'bob', storyPoints: null, masked: true };
    act(() => {
      mock.emit('planning-poker-s1', 'vote', vote);
      mock.emit('presence-planning-poker-s1', 'vote', vote);
    });
    expect(events).toEqual([{ type: 'vote', data: vote }]);
    expect(onConnected).toHaveBeenCalledTimes(1);
    expect(result.current).toMatchObject({ isConnected: true, status: 'connected' });
    expect(mock.connections).toBe(1);
  });

  it('hears the public channel where the presence channel is refused', async () => {
    const mock = createMockRealtime();
    mock.refuse('presence-planning-poker-s1', 403);
    const events: unknown[] = [];
    renderHook(() => useRealtimeClient({ sessionId: 's1', callbacks: { onEvent: ({ type }) => events.push(type) } }), {
      wrapper: mock.wrapper,
    });
    await settled();
    mock.emit('planning-poker-s1', 'session-ended', { sessionId: 's1' });
    expect(events).toEqual(['session-ended']);
  });
});

describe('in StrictMode', () => {
  it('makes one connection and one subscription, and leaves nothing behind', async () => {
    const mock = createMockRealtime();
    const Counter = () => {
      const [count, setCount] = useState(0);
      useEvent(CHAT, 'message:new', () => setCount((old) => old + 1));
      usePresence('presence-room-1');
      useServerClock();
      return <p>{count} heard</p>;
    };
    const { unmount } = render(
      <StrictMode>
        <Counter />
      </StrictMode>,
      { wrapper: mock.wrapper },
    );
    await settled();
    act(() => mock.emit(CHAT, 'message:new', MESSAGE));
    expect(screen.getByText('1 heard')).toBeDefined();
    expect(mock.connections).toBe(1);
    expect([...mock.subscriptions].sort()).toEqual(['presence-room-1', CHAT]);
    vi.useFakeTimers();
    unmount();
    expect(mock.channels).toHaveLength(2);
    vi.advanceTimersByTime(2500);
    expect(mock.channels).toEqual([]);
    vi.advanceTimersByTime(2500);
    expect(mock.client.connection.state).toBe('disconnected');
    expect(mock.client.changes.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
