import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useEvent, usePresence, usePresenceChannel } from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { settled } from './settled.js';

describe('presence', () => {
  const ROOM = 'presence-room-1';

  it('is a Map in one hook and an array in the other, with fields beside info', async () => {
    const mock = createMockRealtime({ userId: 'alice' });
    mock.join(ROOM, 'alice', { name: 'Alice' });
    mock.join(ROOM, 'bob', { name: 'Bob' });
    const { result } = renderHook(() => ({ map: usePresence(ROOM), array: usePresenceChannel(ROOM) }), { wrapper: mock.wrapper });
    await waitFor(() => expect(result.current.map.count).toBe(2));
    const { map, array } = result.current;
    expect(map.members).toBeInstanceOf(Map);
    expect(map.members.get('bob')).toMatchObject({ id: 'bob', name: 'Bob', info: { name: 'Bob' } });
    expect(array.members.map(({ id }) => id)).toEqual(['alice', 'bob']);
    expect(array).toMatchObject({ myId: 'alice', myID: 'alice', count: 2, me: { name: 'Alice' } });
  });

  it('keeps the members that were known, marked stale, while disconnected; and tells who came and went meanwhile', async () => {
    const mock = createMockRealtime({ userId: 'alice' });
    mock.join(ROOM, 'alice');
    mock.join(ROOM, 'bob');
    const news: string[] = [];
    const { result } = renderHook(
      () => {
        useEvent(ROOM, 'presence:join', ({ id }) => news.push(`+${id}`));
        useEvent(ROOM, 'presence:leave', ({ id }) => news.push(`-${id}`));
        return usePresence(ROOM);
      },
      { wrapper: mock.wrapper },
    );
    await waitFor(() => expect(result.current.count).toBe(2));
    act(() => mock.disconnect());
    await waitFor(() => expect(result.current.isStale).toBe(true));
    expect(result.current).toMatchObject({ count: 2, isSubscribed: false });
    mock.leave(ROOM, 'bob');
    mock.join(ROOM, 'carol');
    act(() => mock.reconnect());
    await waitFor(() => expect([...result.current.members.keys()]).toEqual(['alice', 'carol']));
    expect(result.current.isStale).toBe(false);
    expect(news).toEqual(['+carol', '-bob']);
  });

  it('subscribes to nothing when presence is switched off', async () => {
    const mock = createMockRealtime({ config: { enablePresence: false } });
    const { result } = renderHook(() => usePresence(ROOM), { wrapper: mock.wrapper });
    await settled();
    expect(mock.subscriptions).toEqual([]);
    expect(result.current.count).toBe(0);
  });

  it('renders a burst of joins at most ten times a second', async () => {
    vi.useFakeTimers();
    const mock = createMockRealtime();
    let renders = 0;
    const { result } = renderHook(
      () => {
        renders += 1;
        return usePresence(ROOM);
      },
      { wrapper: mock.wrapper },
    );
    await act(() => vi.advanceTimersByTimeAsync(1000));
    const before = renders;
    for (let i = 0; i < 200; i++) {
      act(() => mock.join(ROOM, `u${i}`));
    }
    act(() => vi.advanceTimersByTime(100));
    expect(result.current.count).toBe(200);
    expect(renders - before).toBe(2);
  });
});
