import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { authServer } from '../lib/authServer.js';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

test('subscribes with a token from the back end', async () => {
  const channel = await subscribed(await connected(), unique('private-a'));
  const event = once(channel, 'e');
  await backend().trigger(channel.name, 'e', { secret: true });
  assert.deepEqual(await event, { secret: true });
});

test('subscribes with a token from an authorization endpoint', async () => {
  const endpoint = await authServer();
  const pusher = await connected({ channelAuthorization: { endpoint: endpoint.url, transport: 'ajax' } });
  await subscribed(pusher, unique('private-b'));
  endpoint.close();
});

test('an endpoint that refuses is an error on the channel', async () => {
  const endpoint = await authServer({ memberOf: () => null });
  const pusher = await connected({ channelAuthorization: { endpoint: endpoint.url, transport: 'ajax' } });
  const error = await once(pusher.subscribe(unique('private-c')), 'pusher:subscription_error');
  assert.equal(error.status, 403);
  endpoint.close();
});

test('a wrong signature is an error on the connection and on the channel', async () => {
  const pusher = await connected({
    channelAuthorization: { customHandler: (_, done) => done(null, { auth: `counting-key:${'0'.repeat(64)}` }) },
  });
  const onConnection = once(pusher.connection, 'error');
  const onChannel = await once(pusher.subscribe(unique('private-d')), 'pusher:subscription_error');
  assert.equal(onChannel.type, 'AuthError');
  assert.equal(onChannel.status, 401);
  const { data } = await onConnection;
  assert.equal(data.code, null);
  assert.match(data.message, /^Invalid signature/);
});

test('a token of another app is refused', async () => {
  const pusher = await connected({
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) =>
        done(null, backend('main').authorizeChannel(socketId, channelName)),
    },
  });
  const error = await once(pusher.subscribe(unique('private-e')), 'pusher:subscription_error');
  assert.match(error.error, /^Invalid key in subscription auth data/);
});

test('client events reach the others with the values they were sent with', async () => {
  const [a, b] = await Promise.all([connected(), connected()]);
  const name = unique('private-chat');
  const [from, to] = await Promise.all([subscribed(a, name), subscribed(b, name)]);
  const values = [{ x: 1.5 }, 'text', [1, null], 7, false];
  const sent = record(from, 'client-value');
  const received = record(to, 'client-value');
  values.forEach((value) => from.trigger('client-value', value));
  assert.deepEqual(await received.count(values.length), values);
  assert.deepEqual(sent.seen, []);
});

test('too many client events bring 4301, and the connection stays', async () => {
  const pusher = await connected({ app: 'small' });
  const channel = await subscribed(pusher, 'private-fast');
  const errors = record(pusher.connection, 'error');
  for (let i = 0; i < 5; i += 1) {
    channel.trigger('client-x', i);
  }
  await errors.until(({ data }) => data.code === 4301);
  assert.equal(pusher.connection.state, 'connected');
});

test('an app without client events says so', async () => {
  const pusher = await connected({ app: 'plain' });
  const channel = await subscribed(pusher, unique('private-off'));
  const error = once(pusher.connection, 'error');
  channel.trigger('client-x', {});
  const { data } = await error;
  assert.equal(data.code, null);
  assert.match(data.message, /^To send client events, you must enable this feature/);
});
