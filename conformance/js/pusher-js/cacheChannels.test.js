import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

test('an empty cache channel reports a miss', async () => {
  const pusher = await connected();
  await once(pusher.subscribe(unique('cache-miss')), 'pusher:cache_miss');
});

for (const prefix of ['cache', 'private-cache', 'presence-cache', 'private-encrypted-cache']) {
  test(`a ${prefix}- channel gives the last event to who comes later`, async () => {
    const name = unique(prefix);
    await backend().trigger(name, 'price', { eur: 1 });
    await backend().trigger(name, 'price', { eur: 2 });
    const pusher = await connected({ member: { user_id: '1' } });
    const channel = pusher.subscribe(name);
    const misses = record(channel, 'pusher:cache_miss');
    assert.deepEqual(await once(channel, 'price'), { eur: 2 });
    assert.equal(channel.subscribed, true);
    assert.deepEqual(misses.seen, []);
  });
}

test('live events follow the cached one', async () => {
  const name = unique('cache-live');
  await backend().trigger(name, 'n', 1);
  const pusher = await connected();
  const events = record(pusher.subscribe(name), 'n');
  await events.count(1);
  await backend().trigger(name, 'n', 2);
  assert.deepEqual(await events.count(2), [1, 2]);
});

test('client events are not cached', async () => {
  const name = unique('private-cache-client');
  const channel = await subscribed(await connected(), name);
  channel.trigger('client-x', {});
  const other = await connected();
  await once(other.subscribe(name), 'pusher:cache_miss');
});
