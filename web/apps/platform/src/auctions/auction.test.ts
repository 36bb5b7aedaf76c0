import { expect, test } from 'vitest';
import { type Auction, type AuctionUpdate, ended, extended, isWon, updated, wasOutbid } from './auction';
import { quickBids } from './quickBids';

const auction: Auction = {
  id: 'a1',
  title: 'Trumpet',
  description: '',
  image: null,
  seller: { id: 'ada', name: 'Ada' },
  currency: 'EUR',
  startPriceMinor: 1_000,
  currentPriceMinor: 2_000,
  nextMinimumMinor: 2_100,
  bidsCount: 3,
  reserveMet: null,
  buyNowMinor: null,
  startsAt: '2026-01-01T10:00:00.000Z',
  endAt: '2026-01-01T12:00:00.000Z',
  maxEndAt: '2026-01-01T13:00:00.000Z',
  status: 'live',
  outcome: null,
  byInvitation: false,
  leader: 'Otter',
  watchers: 1,
  version: 3,
  serverTime: '2026-01-01T11:00:00.000Z',
  channel: 'auction-a1',
  you: { alias: 'Otter', isSeller: false, isLeading: true, maxMinor: 2_500, isWatching: false, conversationId: null },
};

const update: AuctionUpdate = {
  auctionId: 'a1',
  currentPriceMinor: 2_600,
  nextMinimumMinor: 2_700,
  bidsCount: 5,
  reserveMet: null,
  leader: 'Heron',
  endAt: '2026-01-01T12:02:00.000Z',
  status: 'live',
  version: 4,
};

test('an update changes what all know and who leads, and keeps what is yours', () => {
  const after = updated(auction, update);
  expect(after).toMatchObject({ currentPriceMinor: 2_600, bidsCount: 5, leader: 'Heron', version: 4, endAt: update.endAt });
  expect(after.you).toEqual({ ...auction.you, isLeading: false });
  expect(after).not.toHaveProperty('auctionId');
});

test('updates that come late, twice or for another auction change nothing', () => {
  expect(updated(auction, { ...update, version: 3 })).toBe(auction);
  expect(updated(auction, { ...update, version: 2 })).toBe(auction);
  expect(updated(auction, { ...update, auctionId: 'a2' })).toBe(auction);
});

test('only who led and leads no more was outbid, and only while it goes on', () => {
  const after = updated(auction, update);
  expect(wasOutbid(auction, after)).toBe(true);
  expect(wasOutbid(after, after)).toBe(false);
  expect(wasOutbid(auction, { ...after, status: 'ended' })).toBe(false);
});

test('who has no alias yet does not lead an auction without bids', () => {
  const stranger = { ...auction, you: { ...auction.you, alias: null } };
  expect(updated(stranger, { ...update, leader: null }).you.isLeading).toBe(false);
});

test('the end says who won', () => {
  const won = ended(auction, { auctionId: 'a1', outcome: 'sold', currentPriceMinor: 2_000, winner: 'Otter' });
  const lost = ended(auction, { auctionId: 'a1', outcome: 'sold', currentPriceMinor: 2_600, winner: 'Heron' });
  const kept = ended(auction, { auctionId: 'a1', outcome: 'reserve_not_met', currentPriceMinor: 2_000, winner: null });
  expect([won, lost, kept].map(isWon)).toEqual([true, false, false]);
  expect(lost).toMatchObject({ status: 'ended', currentPriceMinor: 2_600, leader: 'Heron' });
});

test('an auction is prolonged but never shortened', () => {
  expect(extended(auction, '2026-01-01T12:05:00.000Z').endAt).toBe('2026-01-01T12:05:00.000Z');
  expect(extended(auction, '2026-01-01T11:59:00.000Z')).toBe(auction);
});

test('quick amounts begin with the least that counts', () => {
  expect(quickBids(auction)).toEqual([2_100, 2_200, 2_400]);
  expect(quickBids({ ...auction, bidsCount: 0, currentPriceMinor: 1_000, nextMinimumMinor: 1_000 })).toEqual([
    1_000, 1_100, 1_300,
  ]);
});
