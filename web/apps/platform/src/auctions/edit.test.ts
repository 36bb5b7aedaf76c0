import { expect, test } from 'vitest';
import type { Auction } from './auction';
import { canChange } from './auction';
import { checkedEdit, editOf, toChange } from './edit';

const auction: Auction = {
  id: 'a1',
  title: 'Trumpet',
  description: 'Brass',
  image: null,
  seller: { id: 'ada', name: 'Ada' },
  currency: 'EUR',
  startPriceMinor: 1_050,
  currentPriceMinor: 1_050,
  nextMinimumMinor: 1_050,
  bidsCount: 0,
  reserveMet: null,
  buyNowMinor: 5_000,
  startsAt: '2026-01-01T10:00:30.000Z',
  endAt: '2026-01-01T12:00:30.500Z',
  maxEndAt: '2026-01-01T13:00:00.000Z',
  status: 'live',
  outcome: null,
  byInvitation: false,
  leader: null,
  watchers: 0,
  version: 1,
  serverTime: '2026-01-01T11:00:00.000Z',
  channel: 'auction-a1',
  you: { alias: null, isSeller: true, isLeading: false, maxMinor: null, isWatching: false, conversationId: null },
};
const now = Date.parse('2026-01-01T11:00:00.000Z');
const before = editOf(auction);

test('what was not touched is not sent, not even seconds that the form does not have', () => {
  expect(toChange(before, { ...before })).toEqual({});
});

test('what was touched is sent, and nothing else', () => {
  expect(toChange(before, { ...before, title: ' Cornet ', reserve: 20, buyNow: Number.NaN })).toEqual({
    title: 'Cornet',
    reserveMinor: 2_000,
  });
  const later = toChange(before, { ...before, endsAt: '2030-06-01T10:00' });
  expect(later).toEqual({ endAt: new Date('2030-06-01T10:00').toISOString() });
});

test('an auction ends after it has started', () => {
  expect(checkedEdit(before, now)).toEqual({});
  expect(checkedEdit({ ...before, endsAt: '2020-01-01T10:00' }, now)).toHaveProperty('endsAt');
  expect(checkedEdit({ ...before, startsAt: '2030-06-01T10:00', endsAt: '2030-06-01T09:00' }, now)).toHaveProperty('endsAt');
  expect(checkedEdit({ ...before, endsAt: '' }, now)).toHaveProperty('endsAt');
});

test('only sellers may change it, and only until somebody bids', () => {
  expect(canChange(auction)).toBe(true);
  expect(canChange({ ...auction, bidsCount: 1 })).toBe(false);
  expect(canChange({ ...auction, status: 'ended' })).toBe(false);
  expect(canChange({ ...auction, you: { ...auction.you, isSeller: false } })).toBe(false);
});
