import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

test('decrypts what the back end has encrypted', async () => {
  const channel = await subscribed(await connected(), unique('private-encrypted-a'));
  const events = record(channel, 'e');
  await backend().trigger(channel.name, 'e', { message: 'hello wörld' });
  await backend().trigger(channel.name, 'e', 'text');
  assert.deepEqual(await events.count(2), [{ message: 'hello wörld' }, 'text']);
});

test('the server sees ciphertext only', async () => {
  const channel = await subscribed(await connected(), unique('private-encrypted-b'));
  const messages = record(channel.pusher.connection, 'message');
  const event = once(channel, 'e');
  await backend().trigger(channel.name, 'e', { message: 'secret' });
  await event;
  const { data } = messages.seen.find((message) => message.event === 'e');
  assert.deepEqual(Object.keys(data).sort(), ['ciphertext', 'nonce']);
});

test('a miss on an encrypted cache channel is not decrypted', async () => {
  const pusher = await connected();
  const channel = pusher.subscribe(unique('private-encrypted-cache-c'));
  await once(channel, 'pusher:cache_miss');
});

test('a refused subscription is an error on the connection', async () => {
  const pusher = await connected({
    channelAuthorization: {
      customHandler: (_, done) =>
        done(null, { auth: `counting-key:${'0'.repeat(64)}`, shared_secret: Buffer.alloc(32).toString('base64') }),
    },
  });
  const error = once(pusher.connection, 'error');
  pusher.subscribe(unique('private-encrypted-d'));
  const { data } = await error;
  assert.equal(data.code, null);
  assert.match(data.message, /^Invalid signature/);
});
