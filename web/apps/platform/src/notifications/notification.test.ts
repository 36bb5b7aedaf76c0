import { expect, test } from 'vitest';
import { type Notification, type NotificationsPage, target, withChange } from './notification';

const notification: Notification = {
  id: 'n1',
  title: 'Outbid',
  message: '',
  type: 'order',
  metadata: null,
  read: false,
  seen: false,
  archived: false,
  urgent: false,
  createdAt: '2026-01-01T10:00:00.000Z',
};
const page: NotificationsPage = {
  data: [notification, { ...notification, id: 'n2' }],
  meta: { unreadCount: 2, unseenCount: 2, total: 2, page: 1, limit: 20, hasMore: false },
};

test('what is read stays in its place', () => {
  const { data } = withChange(page, 'n1', (known) => ({ ...known, read: true }), ({ archived }) => !archived);
  expect(data.map(({ id, read }) => [id, read])).toEqual([
    ['n1', true],
    ['n2', false],
  ]);
});

test('what is archived leaves the list', () => {
  const { data } = withChange(page, 'n1', (known) => ({ ...known, archived: true }), ({ archived }) => !archived);
  expect(data.map(({ id }) => id)).toEqual(['n2']);
});

test('a notification leads to its auction, else to its conversation, else nowhere', () => {
  expect(target({ ...notification, metadata: { auctionId: 'a1', conversationId: 'c1' } })).toBe('/auctions/a1');
  expect(target({ ...notification, metadata: { conversationId: 'c1' } })).toBe('/messages/c1');
  expect(target(notification)).toBeUndefined();
});
