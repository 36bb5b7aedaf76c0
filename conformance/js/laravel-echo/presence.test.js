import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { broadcast, called, disconnectAll, echo, ready, startLaravel, stopLaravel } from '../lib/echoes.js';
import { unique } from '../lib/server.js';

before(startLaravel);
after(stopLaravel);
afterEach(disconnectAll);

test('here lists everybody who is there', async () => {
  const name = unique('room');
  await ready(echo('ann').join(name));
  const users = await called((done) => echo('bob').join(name).here(done));
  assert.deepEqual(users, [{ name: 'ann' }, { name: 'bob' }]);
});

test('joining and leaving tell who', async () => {
  const name = unique('room');
  const channel = await ready(echo('ann').join(name));
  const joining = called((done) => channel.joining(done));
  const leaving = called((done) => channel.leaving(done));
  const bob = echo('bob');
  await ready(bob.join(name));
  assert.deepEqual(await joining, { name: 'bob' });
  bob.leave(name);
  assert.deepEqual(await leaving, { name: 'bob' });
});

test('a second tab of a user neither joins nor leaves', async () => {
  const name = unique('room');
  const channel = await ready(echo('ann').join(name));
  const seen = [];
  channel.joining((user) => seen.push(`+${user.name}`)).leaving((user) => seen.push(`-${user.name}`));
  const tabs = [echo('bob'), echo('bob')];
  await ready(tabs[0].join(name));
  await ready(tabs[1].join(name));
  tabs[0].disconnect();
  await ready(echo('cat').join(name));
  const gone = called((done) => channel.leaving(done));
  tabs[1].disconnect();
  await gone;
  assert.deepEqual(seen, ['+bob', '+cat', '-bob']);
});

test('whispers in a presence channel', async () => {
  const name = unique('room');
  const [from, to] = await Promise.all([ready(echo('ann').join(name)), ready(echo('bob').join(name))]);
  const whisper = called((done) => to.listenForWhisper('typing', done));
  from.whisper('typing', { on: true });
  assert.deepEqual(await whisper, { on: true });
});

test('listens in a presence channel', async () => {
  const channel = await ready(echo('ann').join(unique('room')));
  const event = called((done) => channel.listen('RoomRenamed', done));
  await broadcast(channel.name, 'App\\Events\\RoomRenamed', { to: 'x' });
  assert.deepEqual(await event, { to: 'x' });
});
