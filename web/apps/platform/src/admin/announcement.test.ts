import { expect, test } from 'vitest';
import { checked, emptyDraft, isCurrent, toNewAnnouncement } from './announcement';

const NOW = Date.parse('2026-01-01T10:00:00.000Z');
const local = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString().slice(0, 16);
const draft = { ...emptyDraft, message: 'Soon' };

test('everything needs a message, and maintenance its times', () => {
  expect(Object.keys(checked(emptyDraft, NOW))).toEqual(['message']);
  expect(checked(draft, NOW)).toEqual({});
  expect(Object.keys(checked({ ...draft, kind: 'maintenance' }, NOW))).toEqual(['startsAt', 'endsAt']);
});

test('nothing is over before it begins, or before now', () => {
  const errorOf = (startsAt: string, endsAt: string) =>
    checked({ ...draft, kind: 'maintenance', startsAt, endsAt }, new Date(local(0)).getTime()).endsAt;
  expect(errorOf(local(1), local(2))).toBeUndefined();
  expect(errorOf(local(2), local(1))).toBeDefined();
  expect(errorOf(local(-2), local(-1))).toBeDefined();
});

test('what belongs to another kind is not sent', () => {
  const all = { ...draft, startsAt: local(1), endsAt: local(2), tenantId: 'org_123', status: 'outage' } as const;
  expect(toNewAnnouncement({ ...all, kind: 'status' })).toEqual({ kind: 'status', message: 'Soon', status: 'outage' });
  expect(toNewAnnouncement({ ...all, kind: 'reload' })).toEqual({ kind: 'reload', message: 'Soon', tenantId: 'org_123' });
  expect(toNewAnnouncement({ ...all, kind: 'maintenance' })).toEqual({
    kind: 'maintenance',
    message: 'Soon',
    startsAt: new Date(local(1)).toISOString(),
    endsAt: new Date(local(2)).toISOString(),
    tenantId: 'org_123',
  });
});

test('a post is seen until it is over or was ended; a reload happens once', () => {
  const post = { id: 'a', kind: 'announcement', message: 'Hi', status: null, startsAt: null, endsAt: null } as const;
  expect(isCurrent(post, NOW)).toBe(true);
  expect(isCurrent({ ...post, endsAt: new Date(NOW - 1).toISOString() }, NOW)).toBe(false);
  expect(isCurrent({ ...post, endedAt: new Date(NOW).toISOString() }, NOW)).toBe(false);
  expect(isCurrent({ ...post, kind: 'reload' }, NOW)).toBe(false);
});
