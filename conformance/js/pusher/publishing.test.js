import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

const json = async (response) => [response.status, await response.json()];

test('triggers an event on one channel', async () => {
  const channel = await subscribed(await connected(), unique('one'));
  const event = once(channel, 'e');
  assert.deepEqual(await json(await backend().trigger(channel.name, 'e', { a: 1 })), [200, {}]);
  assert.deepEqual(await event, { a: 1 });
});

test('triggers an event on 100 channels', async () => {
  const names = Array.from({ length: 100 }, () => unique('many'));
  const channel = await subscribed(await connected(), names[99]);
  const event = once(channel, 'e');
  assert.equal((await backend().trigger(names, 'e', 'x')).status, 200);
  assert.equal(await event, 'x');
});

test('triggers an event that leaves a connection out', async () => {
  const pusher = await connected();
  const channel = await subscribed(pusher, unique('except'));
  const events = record(channel, 'e');
  await backend().trigger(channel.name, 'e', 1, { socket_id: pusher.connection.socket_id });
  await backend().trigger(channel.name, 'e', 2);
  assert.deepEqual(await events.count(1), [2]);
});

test('is told about the channels it triggers on', async () => {
  const [open, room] = [unique('open'), unique('presence-room')];
  const pusher = await connected({ member: { user_id: '1' } });
  await subscribed(pusher, open);
  await subscribed(pusher, room);
  const info = 'user_count,subscription_count';
  assert.deepEqual(await json(await backend().trigger([open, room, 'nobody'], 'e', {}, { info })), [
    200,
    {
      channels: {
        [open]: { subscription_count: 1 },
        [room]: { user_count: 1, subscription_count: 1 },
        nobody: { subscription_count: 0 },
      },
    },
  ]);
});

test('triggers a batch', async () => {
  const pusher = await connected();
  const [a, b] = await Promise.all([subscribed(pusher, unique('a')), subscribed(pusher, unique('b'))]);
  const events = [record(a, 'e'), record(b, 'f')];
  const answer = await backend().triggerBatch([
    { channel: a.name, name: 'e', data: { n: 1 } },
    { channel: b.name, name: 'f', data: { n: 2 }, info: 'subscription_count' },
    { channel: a.name, name: 'e', data: { n: 3 } },
  ]);
  assert.deepEqual(await json(answer), [200, { batch: [{}, { subscription_count: 1 }, {}] }]);
  assert.deepEqual(await events[0].count(2), [{ n: 1 }, { n: 3 }]);
  assert.deepEqual(await events[1].count(1), [{ n: 2 }]);
});

test('triggers empty data, and data of 10 KB', async () => {
  const channel = await subscribed(await connected(), unique('sizes'));
  const events = record(channel, 'e');
  await backend().trigger(channel.name, 'e', '');
  await backend().trigger(channel.name, 'e', 'x'.repeat(10_240));
  assert.deepEqual(
    (await events.count(2)).map((data) => data.length),
    [0, 10_240],
  );
});

test('encrypts for an encrypted channel', async () => {
  const channel = await subscribed(await connected(), unique('private-encrypted-x'));
  const event = once(channel, 'e');
  await backend().trigger(channel.name, 'e', { secret: 'ü' });
  assert.deepEqual(await event, { secret: 'ü' });
});

test('triggers over one connection that is kept alive', async () => {
  const { Agent } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set();
  agent.on('free', (socket) => sockets.add(socket));
  const kept = backend('counting', { agent });
  for (let i = 0; i < 20; i += 1) {
    await json(await kept.trigger('x', 'e', {}));
  }
  agent.destroy();
  assert.equal(sockets.size, 1);
});

for (const [what, call, status] of [
  ['a wrong secret', () => backend('counting', { secret: 'wrong' }).trigger('x', 'e', {}), 401],
  ['an unknown key', () => backend('counting', { key: 'wrong' }).trigger('x', 'e', {}), 401],
  ['an unknown app', () => backend('no-such-app').trigger('x', 'e', {}), 404],
  ['a disabled app', () => backend('disabled').trigger('x', 'e', {}), 403],
  ['data that are too large', () => backend().trigger('x', 'e', 'x'.repeat(10_241)), 413],
  ['a reserved event name', () => backend().trigger('x', 'pusher:e', {}), 400],
]) {
  test(`${what} is answered with ${status} and a reason`, async () => {
    await assert.rejects(call, (error) => {
      assert.equal(error.name, 'PusherRequestError');
      assert.equal(error.status, status);
      assert.equal(JSON.parse(error.body).code, status);
      return true;
    });
  });
}
