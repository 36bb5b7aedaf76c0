import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useNotifications, type NotificationsOptions } from '@fanfare/real-time/client';
import { createMockRealtime } from '@fanfare/real-time/testing';

const ME = 'private-user-me';
const createdAt = '2026-01-01T00:00:00.000Z';
const notice = (id: string, read = false) => ({
  id,
  userId: 'me',
  title: id,
  message: id,
  type: 'order' as const,
  read,
  createdAt,
});

async function loaded(options?: NotificationsOptions) {
  const mock = createMockRealtime();
  mock.backend.on('GET /api/notifications', ({ query }) => {
    const page = Number(query.get('page'));
    return { data: [notice(`p${page}a`), notice(`p${page}b`)], meta: { unreadCount: 40, unseenCount: 30, hasMore: page < 2 } };
  });
  const { result } = renderHook(() => useNotifications(options), { wrapper: mock.wrapper });
  await waitFor(() => expect(result.current.isLoading).toBe(false));
  await waitFor(() => expect(mock.channels).toEqual([ME]));
  const ids = () => result.current.notifications.map(({ id, read }) => (read ? `${id} read` : id));
  return { mock, result, ids };
}

describe('useNotifications', () => {
  it('loads page by page, with the counts of the back end and dates', async () => {
    const { mock, result, ids } = await loaded({ limit: 2, type: 'order' });
    expect(result.current).toMatchObject({ unreadCount: 40, unseenCount: 30, hasMore: true, error: null });
    expect(result.current.notifications[0]?.createdAt).toEqual(new Date(createdAt));
    await act(() => result.current.fetchMore());
    expect(ids()).toEqual(['p1a', 'p1b', 'p2a', 'p2b']);
    expect(result.current.hasMore).toBe(false);
    await act(() => result.current.fetchMore());
    const queries = mock.backend.requestsFor('GET /api/notifications').map(({ query }) => query.toString());
    expect(queries).toEqual(['page=1&limit=2&type=order', 'page=2&limit=2&type=order']);
  });

  it('shows what comes once, and counts nothing itself', async () => {
    const { mock, result, ids } = await loaded();
    act(() => {
      mock.emit(ME, 'notification', notice('new'));
      mock.emit(ME, 'new-notification', notice('new'));
      mock.emit(ME, 'notification:urgent', notice('new'));
    });
    expect(ids()).toEqual(['new', 'p1a', 'p1b']);
    expect(result.current.unreadCount).toBe(40);
    act(() => mock.emit(ME, 'unread:changed', { notifications: 41, unseen: 31 }));
    expect(result.current).toMatchObject({ unreadCount: 41, unseenCount: 31 });
    act(() => mock.emit(ME, 'unread:changed', { conversations: 3 }));
    expect(result.current.unreadCount).toBe(41);
  });

  it('follows what was read elsewhere', async () => {
    const { mock, result, ids } = await loaded();
    act(() => mock.emit(ME, 'notification:read', { ids: ['p1b'], all: false, unreadCount: 39, unseenCount: 0 }));
    expect(ids()).toEqual(['p1a', 'p1b read']);
    expect(result.current.unreadCount).toBe(39);
    act(() => mock.emit(ME, 'notification:read', { ids: [], all: true, unreadCount: 0, unseenCount: 0 }));
    expect(ids()).toEqual(['p1a read', 'p1b read']);
  });

  it('follows what was marked as unread and archived elsewhere', async () => {
    const { mock, ids } = await loaded();
    const updated = (id: string, read: boolean, archived: boolean) =>
      act(() => mock.emit(ME, 'notification:updated', { ...notice(id, read), seen: true, archived, urgent: false }));
    updated('p1a', true, false);
    expect(ids()).toEqual(['p1a read', 'p1b']);
    updated('p1a', false, false);
    expect(ids()).toEqual(['p1a', 'p1b']);
    updated('p1b', false, true);
    expect(ids()).toEqual(['p1a']);
    updated('unknown', false, false);
    expect(ids()).toEqual(['p1a']);
  });

  it('shows first what tells something newer, whether it was in the list or not', async () => {
    const { mock, result, ids } = await loaded();
    const retold = (id: string, minute: number) =>
      act(() =>
        mock.emit(ME, 'notification:updated', {
          ...notice(id),
          message: 'newer words',
          createdAt: `2026-01-01T00:0${minute}:00.000Z`,
          seen: false,
          archived: false,
          urgent: false,
        }),
      );
    retold('p1b', 1);
    expect(ids()).toEqual(['p1b', 'p1a']);
    expect(result.current.notifications[0]?.message).toBe('newer words');
    retold('of a later page', 2);
    expect(ids()).toEqual(['of a later page', 'p1b', 'p1a']);
  });

  it('marks at once, and takes it back if the back end will not', async () => {
    const { mock, result, ids } = await loaded();
    let refuse = (): void => {};
    mock.backend.on(
      'PATCH /api/notifications/*/read',
      () =>
        new Promise((resolve) => {
          refuse = () => resolve(new Response(null, { status: 500 }));
        }),
    );
    let marking = Promise.resolve();
    act(() => {
      marking = result.current.markAsRead('p1a');
    });
    expect(ids()).toEqual(['p1a read', 'p1b']);
    await waitFor(() => expect(mock.backend.requestsFor('PATCH /api/notifications/p1a/read')).toHaveLength(1));
    refuse();
    await act(() => marking);
    expect(ids()).toEqual(['p1a', 'p1b']);
    expect(result.current.error?.message).toContain('500');
  });

  it('marks all, with the counts of the answer', async () => {
    const { mock, result, ids } = await loaded();
    mock.backend.on('PATCH /api/notifications/read-all', () => ({ unreadCount: 0, unseenCount: 30 }));
    mock.backend.on('PATCH /api/notifications/seen-all', () => ({ unreadCount: 0, unseenCount: 0 }));
    mock.backend.on('PATCH /api/notifications/*/unread', () => notice('p1a'));
    await act(() => result.current.markAllAsRead());
    expect(ids()).toEqual(['p1a read', 'p1b read']);
    expect(result.current).toMatchObject({ unreadCount: 0, unseenCount: 30 });
    await act(() => result.current.markAllAsSeen());
    expect(result.current.unseenCount).toBe(0);
    await act(() => result.current.markAsUnread('p1a'));
    expect(ids()).toEqual(['p1a', 'p1b read']);
  });

  it('asks for the counts when no event can tell them', async () => {
    const { mock, result } = await loaded();
    mock.backend.on('PATCH /api/notifications/*/read', () => notice('p1a', true));
    act(() => mock.disconnect());
    mock.backend.on('GET /api/notifications', () => ({ data: [], meta: { unreadCount: 39, unseenCount: 0 } }));
    await act(() => result.current.markAsRead('p1a'));
    expect(result.current.unreadCount).toBe(39);
  });

  it('loads anew after a reconnect', async () => {
    const { mock, result } = await loaded();
    act(() => mock.disconnect());
    mock.backend.on('GET /api/notifications', () => ({ data: [], meta: { unreadCount: 7, unseenCount: 0 } }));
    act(() => mock.reconnect());
    await waitFor(() => expect(result.current.unreadCount).toBe(7));
  });

  it('tells that it could not load', async () => {
    const mock = createMockRealtime();
    mock.backend.on('GET /api/notifications', () => new Response(null, { status: 401 }));
    const { result } = renderHook(() => useNotifications({ realtime: false }), { wrapper: mock.wrapper });
    await waitFor(() => expect(result.current.error).toMatchObject({ status: 401 }));
    expect(mock.channels).toEqual([]);
  });
});
