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
  const { data } = withChange(
    page,
    'n1',
    (known) => ({ ...known, read: true }),
    ({ archived }) => !archived,
  );
  expect(data.map(({ id, read }) => [id, read])).toEqual([
    ['n1', true],
    ['n2', false],
  ]);
});

test('what is archived leaves the list', () => {
  const { data } = withChange(
    page,
    'n1',
    (known) => ({ ...known, archived: true }),
    ({ archived }) => !archived,
  );
  expect(data.map(({ id }) => id)).toEqual(['n2']);
});

test('a notification leads to a page of this application, or nowhere', () => {
  expect(target({ ...notification, metadata: { url: '/auctions/a1' } })).toBe('/auctions/a1');
  for (const metadata of [
    null,
    {},
    { url: 7 },
    { url: 'https://evil.test/' },
    { url: '//evil.test/' },
    { url: 'javascript:alert(1)' },
  ]) {
    expect(target({ ...notification, metadata })).toBeUndefined();
  }
});
