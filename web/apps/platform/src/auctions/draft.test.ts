import { expect, test } from 'vitest';
import { checked, type Draft, emptyDraft, toNewAuction } from './draft';

const now = Date.parse('2026-01-01T12:00:00Z');
const good: Draft = { ...emptyDraft, title: ' Trumpet ', startPrice: 10.5, duration: '60' };

test('an empty form says what is missing, and a good one nothing', () => {
  expect(Object.keys(checked(emptyDraft, now))).toEqual(['title', 'startPrice']);
  expect(checked(good, now)).toEqual({});
});

test('reserve and buy-now price have to fit the start price', () => {
  expect(checked({ ...good, reserve: 10 }, now)).toHaveProperty('reserve');
  expect(checked({ ...good, buyNow: 10.5 }, now)).toHaveProperty('buyNow');
  expect(checked({ ...good, reserve: 30, buyNow: 20 }, now)).toHaveProperty('buyNow');
  expect(checked({ ...good, reserve: 20, buyNow: 30 }, now)).toEqual({});
});

test('an auction cannot start in the past', () => {
  expect(checked({ ...good, startsAt: '2020-01-01T10:00' }, now)).toHaveProperty('startsAt');
});

test('what is left empty is not sent, and the end follows the duration', () => {
  expect(toNewAuction(good, now)).toEqual({
    title: 'Trumpet',
    description: '',
    currency: 'EUR',
    startPriceMinor: 1_050,
    endAt: '2026-01-01T13:00:00.000Z',
  });
});

test('a later start moves the end', () => {
  const later = toNewAuction({ ...good, startsAt: '2030-06-01T10:00' }, now);
  expect(Date.parse(later.endAt) - Date.parse(later.startsAt ?? '')).toBe(60 * 60_000);
});

test('who may bid is told only if not all may, and then there is somebody', () => {
  const bob = { id: 'bob', name: 'Bob', avatar: null };
  expect(toNewAuction({ ...good, invited: [bob] }, now)).not.toHaveProperty('invited');
  expect(toNewAuction({ ...good, isByInvitation: true, invited: [bob] }, now)).toMatchObject({
    byInvitation: true,
    invited: ['bob'],
  });
  expect(checked({ ...good, isByInvitation: true }, now)).toHaveProperty('invited');
});
