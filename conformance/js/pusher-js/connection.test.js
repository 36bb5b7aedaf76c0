import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { client, connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, restartableServer, unique } from '../lib/server.js';
import { RESTART_MS, once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

test('connects and learns its socket id', async () => {
  const pusher = client();
  const states = record(pusher.connection, 'state_change');
  await states.until(({ current }) => current === 'connected');
  assert.match(pusher.connection.socket_id, /^\d+\.\d+$/);
  assert.deepEqual(
    states.seen.map(({ current }) => current),
    ['connected'],
  );
});

test('two connections have different socket ids', async () => {
  const [a, b] = await Promise.all([connected(), connected()]);
  assert.notEqual(a.connection.socket_id, b.connection.socket_id);
});

for (const [app, code, why] of [
  ['no-such-app', 4001, 'an unknown key'],
  ['disabled', 4003, 'a disabled app'],
]) {
  test(`gives up after ${code}, ${why}`, async () => {
    const pusher = client({ app });
    const error = once(pusher.connection, 'error');
    await once(pusher.connection, 'disconnected');
    assert.equal((await error).error.data.code, code);
    assert.equal(pusher.connection.state, 'disconnected');
  });
}

test('gives up after 4004, too many connections, and may come back when there is room', async () => {
  const first = await connected({ app: 'single' });
  const second = client({ app: 'single' });
  const error = once(second.connection, 'error');
  await once(second.connection, 'disconnected');
  assert.equal((await error).error.data.code, 4004);
  first.disconnect();
  await comeBack(second);
});

// The server may learn of the first connection's end only after the second has asked again.
async function comeBack(pusher) {
  const states = record(pusher.connection, 'state_change');
  const again = () => setImmediate(() => pusher.connect());
  pusher.connection.bind('disconnected', again);
  pusher.connect();
  await states.until(({ current }) => current === 'connected');
  pusher.connection.unbind('disconnected', again);
}

test('its own pings are answered', async () => {
  const pusher = client({ activityTimeout: 100, pongTimeout: 2000 });
  await once(pusher.connection, 'connected');
  const states = record(pusher.connection, 'state_change');
  const messages = record(pusher.connection, 'message');
  await messages.until(({ event }) => event === 'pusher:pong');
  assert.deepEqual(states.seen, []);
});

test('disconnects and connects again on demand, with a new socket id', async () => {
  const pusher = await connected();
  const before = pusher.connection.socket_id;
  const channel = await subscribed(pusher, unique('again'));
  pusher.disconnect();
  assert.equal(pusher.connection.state, 'disconnected');
  const back = once(channel, 'pusher:subscription_succeeded');
  pusher.connect();
  await back;
  assert.notEqual(pusher.connection.socket_id, before);
});

test('comes back after a restart of the server and finds its channels again', async () => {
  const server = await restartableServer();
  const pusher = await connected({ wsPort: server.port });
  const channel = await subscribed(pusher, unique('private-restart'));
  const back = once(channel, 'pusher:subscription_succeeded', RESTART_MS);
  await server.restart();
  await back;
  const event = once(channel, 'after');
  await backend('counting', { port: server.port }).trigger(channel.name, 'after', 'restart');
  assert.equal(await event, 'restart');
});

test('moves to another app with all its channels', async () => {
  const pusher = await connected();
  const channel = await subscribed(pusher, unique('moving'));
  const back = once(channel, 'pusher:subscription_succeeded');
  pusher.switchCluster({ appKey: 'main-key', cluster: '' });
  await back;
  const event = once(channel, 'moved');
  await backend('main').trigger(channel.name, 'moved', {});
  assert.deepEqual(await event, {});
});

test('an event the server does not know is an error without consequences', async () => {
  const pusher = await connected();
  const error = once(pusher.connection, 'error');
  pusher.send_event('pusher:unheard-of', {});
  assert.equal((await error).data.code, null);
  await subscribed(pusher, unique('still-here'));
});
