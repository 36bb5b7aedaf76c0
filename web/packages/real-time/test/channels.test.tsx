import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { StrictMode, useEffect, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  PusherProvider,
  useChannel,
  useChannels,
  useClientTrigger,
  useEvent,
  usePresence,
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

  it('gives an object for each name where there is no connection', () => {
    const { result } = renderHook(() => useChannels(['auction-1', 'auction-2']), { wrapper: PusherProvider });
    expect(result.current['auction-2']?.isSubscribed).toBe(false);
    expect(Object.keys(result.current)).toEqual(['auction-1', 'auction-2']);
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
