import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useConnectionState, useRealtimeClient, useRealtimeQueries, useServerClock } from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';
import { settled } from './settled.js';

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

  it('says since when it is so, however often that is told', async () => {
    const mock = createMockRealtime();
    const { result } = renderHook(() => useConnectionState(), { wrapper: mock.wrapper });
    await settled();
    act(() => mock.disconnect('unavailable'));
    const { since } = result.current;
    vi.useFakeTimers({ toFake: ['Date'], now: since + 60_000 });
    act(() => mock.disconnect('unavailable'));
    expect(result.current.since).toBe(since);
    act(() => mock.reconnect());
    expect(result.current).toMatchObject({ isConnected: true, since: since + 60_000 });
  });

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

describe('the clock of a client', () => {
  it('goes on for others when one has ended it twice', async () => {
    vi.useFakeTimers();
    const { client, backend } = createMockRealtime();
    const [end, endOther] = [client.clock.start(), client.clock.start()];
    end();
    end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(backend.requestsFor('GET /api/time')).toHaveLength(2);
    endOther();
    expect(vi.getTimerCount()).toBe(0);
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
