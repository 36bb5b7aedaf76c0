import { expect, test } from 'vitest';
import { first, isAt, othersOf, placesOf } from './places';

const bob = { id: 'bob', name: 'Bob', avatar: null, role: 'USER' } as const;
const dan = { id: 'dan', name: 'Dan', avatar: null, role: 'ADMIN' } as const;

const names = (pathname: string) =>
  placesOf(dan)
    .filter((place) => isAt(place, pathname))
    .map(({ text }) => text);

test('one is in one place at a time, also deeper in it', () => {
  expect(names('/')).toEqual(['Auctions']);
  expect(names('/auctions/a1')).toEqual(['Auctions']);
  expect(names('/market/products/p1')).toEqual(['Market']);
  expect(names('/orders/o1')).toEqual(['Market']);
  expect(names('/messages')).toEqual(['Messages']);
  expect(names('/marketing')).toEqual([]);
  expect(names('/notifications')).toEqual([]);
});

test('only administrators are led to what they alone may', () => {
  const leads = (user: typeof bob | typeof dan) => [...placesOf(user), ...othersOf(user)].some(({ to }) => to === '/admin');
  expect([leads(bob), leads(dan)]).toEqual([false, true]);
});

test('on a phone every place is below or behind "More"', () => {
  const reached = new Set([...first, ...othersOf(dan)].map(({ to }) => to));
  expect(placesOf(dan).filter(({ to }) => !reached.has(to))).toEqual([]);
});
