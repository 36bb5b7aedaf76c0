import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { broadcast, called, disconnectAll, echo, ready, startLaravel, stopLaravel } from '../lib/echoes.js';
import { unique } from '../lib/server.js';
import { within } from '../lib/waiting.js';

before(startLaravel);
after(stopLaravel);
afterEach(disconnectAll);

for (const broadcaster of ['reverb', 'pusher']) {
  test(`connects as broadcaster ${broadcaster}`, async () => {
    const client = echo('ann', broadcaster === 'pusher' ? { broadcaster, cluster: '' } : {});
    await ready(client.channel(unique('status')));
    assert.match(client.socketId(), /^\d+\.\d+$/);
    assert.equal(client.connectionStatus(), 'connected');
  });
}

test('listens to an event class of the application', async () => {
  const channel = await ready(echo('ann').channel(unique('orders')));
  const event = called((done) => channel.listen('OrderShipped', done));
  await broadcast(channel.name, 'App\\Events\\OrderShipped', { id: 7 });
  assert.deepEqual(await event, { id: 7 });
});

test('listens to an event with a name of its own', async () => {
  const channel = await ready(echo('ann').channel(unique('orders')));
  const event = called((done) => channel.listen('.order.shipped', done));
  await broadcast(channel.name, 'order.shipped', { id: 7 });
  assert.deepEqual(await event, { id: 7 });
});

test('listens to everything', async () => {
  const channel = await ready(echo('ann').channel(unique('orders')));
  const names = [];
  const both = called((done) =>
    channel.listenToAll((name) => names.push(name) === 2 && done()),
  );
  await broadcast(channel.name, 'App\\Events\\OrderShipped', {});
  await broadcast(channel.name, 'custom', {});
  await both;
  assert.deepEqual(names, ['OrderShipped', '.custom']);
});

test('stops listening', async () => {
  const channel = await ready(echo('ann').channel(unique('orders')));
  const seen = [];
  channel.listen('.a', (data) => seen.push(data)).stopListening('.a');
  const end = called((done) => channel.listen('.b', done));
  await broadcast(channel.name, 'a', {});
  await broadcast(channel.name, 'b', {});
  await end;
  assert.deepEqual(seen, []);
});

test('receives notifications', async () => {
  const channel = await ready(echo('ann').private(unique('App.Models.User')));
  const notification = called((done) => channel.notification(done));
  await broadcast(channel.name, 'Illuminate\\Notifications\\Events\\BroadcastNotificationCreated', { type: 'Paid' });
  assert.deepEqual(await notification, { type: 'Paid' });
});

test('toOthers leaves the sender out', async () => {
  const [own, other] = [echo('ann'), echo('bob')];
  const name = unique('others');
  const channels = await Promise.all([ready(own.channel(name)), ready(other.channel(name))]);
  const seen = [];
  channels[0].listen('.e', ({ n }) => seen.push(n));
  const theirs = called((done) => channels[1].listen('.e', ({ n }) => n === 2 && done()));
  const ours = called((done) => channels[0].listen('.e', ({ n }) => n === 2 && done()));
  await broadcast(name, 'e', { n: 1 }, own.socketId());
  await broadcast(name, 'e', { n: 2 });
  await Promise.all([theirs, ours]);
  assert.deepEqual(seen, [2]);
});

test('subscribes to a private channel through the endpoint', async () => {
  const channel = await ready(echo('ann').private(unique('orders')));
  const event = called((done) => channel.listen('.e', done));
  await broadcast(channel.name, 'e', { for: 'ann' });
  assert.deepEqual(await event, { for: 'ann' });
});

test('is told that a private channel is forbidden', async () => {
  const channel = echo(null).private(unique('orders'));
  const error = await called((done) => channel.error(done));
  assert.equal(error.status, 403);
});

test('decrypts an encrypted private channel', async () => {
  const channel = await ready(echo('ann').encryptedPrivate(unique('orders')));
  assert.match(channel.name, /^private-encrypted-/);
  const event = called((done) => channel.listen('OrderShipped', done));
  await broadcast(channel.name, 'App\\Events\\OrderShipped', { secret: 7 });
  assert.deepEqual(await event, { secret: 7 });
});

test('whispers to the others', async () => {
  const name = unique('chat');
  const [from, to] = await Promise.all([ready(echo('ann').private(name)), ready(echo('bob').private(name))]);
  const whisper = called((done) => to.listenForWhisper('typing', done));
  from.whisper('typing', { name: 'Ann' });
  assert.deepEqual(await whisper, { name: 'Ann' });
});

test('leaves a channel with its private and presence forms', async () => {
  const client = echo('ann');
  const name = unique('room');
  await Promise.all([ready(client.channel(name)), ready(client.private(name)), ready(client.join(name))]);
  client.leave(name);
  assert.deepEqual(Object.keys(client.connector.channels), []);
  await ready(client.channel(name));
});

test('signs in', async () => {
  const client = echo(unique('ann'));
  client.connector.signin();
  await ready(client.channel(unique('status')));
  await within(client.connector.pusher.user.signinDonePromise, 'the sign-in');
  assert.equal(client.connector.pusher.user.user_data.id, client.options.bearerToken);
});
