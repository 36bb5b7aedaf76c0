import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

test('receives strings, objects, numbers and text of all kinds as they were published', async () => {
  const channel = await subscribed(await connected(), unique('types'));
  const values = ['plain', '', '0', { a: [1, 'ü', null] }, [1, 2], 7, true, '\u{1f600}\\ " \n</script>'];
  const events = record(channel, 'value');
  for (const value of values) {
    await backend().trigger(channel.name, 'value', value);
  }
  // pusher-js parses strings that are JSON: '0' arrives as 0.
  assert.deepEqual(await events.count(values.length), ['plain', '', 0, ...values.slice(3)]);
});

test('receives events in the order of publishing', async () => {
  const channel = await subscribed(await connected(), unique('order'));
  const events = record(channel, 'n');
  for (let i = 0; i < 100; i += 1) {
    await backend().trigger(channel.name, 'n', i);
  }
  assert.deepEqual(
    await events.count(100),
    Array.from({ length: 100 }, (_, i) => i),
  );
});

test('receives 10 KB in one event', async () => {
  const channel = await subscribed(await connected(), unique('large'));
  const event = once(channel, 'large');
  await backend().trigger(channel.name, 'large', 'x'.repeat(10_240));
  assert.equal((await event).length, 10_240);
});

test('receives nothing after unsubscribing', async () => {
  const pusher = await connected();
  const left = await subscribed(pusher, unique('left'));
  const kept = await subscribed(pusher, unique('kept'));
  const events = record(pusher, 'e');
  pusher.unsubscribe(left.name);
  const pong = once(pusher.connection, 'message');
  pusher.send_event('pusher:ping', {});
  await pong;
  await backend().trigger([left.name, kept.name], 'e', {});
  await events.count(1);
  assert.equal(events.seen.length, 1);
});

test('a subscription that is cancelled and renewed at once, as React does, ends up subscribed', async () => {
  const pusher = await connected();
  const name = unique('strict-mode');
  pusher.subscribe(name);
  pusher.unsubscribe(name);
  const channel = pusher.subscribe(name);
  const errors = record(pusher.connection, 'error');
  if (!channel.subscribed) {
    await once(channel, 'pusher:subscription_succeeded');
  }
  const event = once(channel, 'e');
  await backend().trigger(name, 'e', 1);
  assert.equal(await event, 1);
  assert.deepEqual(errors.seen, []);
});

test('leaves its own connection out of what it has published', async () => {
  const [a, b] = await Promise.all([connected(), connected()]);
  const name = unique('except');
  const [own, other] = await Promise.all([subscribed(a, name), subscribed(b, name)]);
  const ownEvents = record(own, 'e');
  const otherEvents = record(other, 'e');
  await backend().trigger(name, 'e', 1, { socket_id: a.connection.socket_id });
  await backend().trigger(name, 'e', 2);
  assert.deepEqual(await otherEvents.count(2), [1, 2]);
  assert.deepEqual(await ownEvents.count(1), [2]);
});

test('is told how many subscribers there are', async () => {
  const [a, b] = await Promise.all([connected(), connected()]);
  const channel = a.subscribe(unique('count'));
  const counts = record(channel, 'pusher:subscription_count');
  await counts.until(({ subscription_count }) => subscription_count === 1);
  await subscribed(b, channel.name);
  await counts.until(({ subscription_count }) => subscription_count === 2);
  assert.equal(channel.subscriptionCount, 2);
  b.disconnect();
  await counts.count(3);
  assert.equal(channel.subscriptionCount, 1);
});

test('an invalid channel name is an error on the channel and without consequences', async () => {
  const pusher = await connected();
  const channel = pusher.subscribe('not a name');
  const error = await once(channel, 'pusher:subscription_error');
  assert.equal(error.status, 400);
  await subscribed(pusher, unique('still-here'));
});

test('100 channels on one connection all receive', async () => {
  const pusher = await connected();
  const names = Array.from({ length: 100 }, () => unique('many'));
  await Promise.all(names.map((name) => subscribed(pusher, name)));
  const events = record(pusher, 'to-all');
  await backend().trigger(names, 'to-all', 1);
  await events.count(100);
});
