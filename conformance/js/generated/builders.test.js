import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generated, run } from '../lib/generated.js';

const sample = (await run(generated('sample', 'channels.ts').text)).channels;
const house = (await run(generated('house', 'channels.ts').text)).channels;

test('builders name the channels of their patterns', () => {
  assert.deepEqual(
    Object.entries(sample).map(([, name]) => name('7')),
    ['auction-7', 'presence-watchers-7', 'private-user-7'],
  );
  assert.deepEqual(Object.fromEntries(Object.entries(house).map(([key, name]) => [key, name('7')])), {
    2026: '2026-7',
    announcements: 'announcements',
    auctionHouse: 'auction-house-7',
    auction: 'auction-7',
    price: 'cache-price-7',
    lobby: 'presence-lobby',
    table: 'presence-table-7',
    notes: 'private-encrypted-notes-7',
    user: 'private-user-7',
    private: 'private-7',
  });
});

test('an id may have every letter that names may have', () => {
  const id = 'AZaz09_-=@,.;';
  assert.equal(sample.auction(id), `auction-${id}`);
});

for (const id of ['', ' ', 'a b', 'a/b', 'a%20b', 'a:b', '#a', 'ä', '7\n', '7\u0000', '😀']) {
  test(`the id ${JSON.stringify(id)} is refused`, () => {
    const message = `Channel auction- with id '${id}': expected up to 200 of A-Z a-z 0-9 _ - = @ , . ; in all`;
    assert.throws(() => sample.auction(id), { name: 'Error', message });
  });
}

test('a name has up to 200 letters', () => {
  const id = 'x'.repeat(200 - 'auction-'.length);
  assert.equal(sample.auction(id).length, 200);
  assert.throws(() => sample.auction(`${id}x`), /expected up to 200/);
});

test('an id that would change the type of its channel is refused', () => {
  for (const id of ['cache-acme', 'encrypted-acme', 'encrypted-cache-acme']) {
    const message = `Channel private-${id} would be of another type than private-`;
    assert.throws(() => house.private(id), { name: 'Error', message });
  }
  assert.equal(house.private('cached'), 'private-cached');
  assert.equal(house.user('cache-ann'), 'private-user-cache-ann');
});
