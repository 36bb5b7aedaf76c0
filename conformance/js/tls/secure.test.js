// Over TLS, spoken by the server or by a proxy in front of it: app `secured` takes no other connections and requests.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import WebSocket from 'ws';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, host, port, unique } from '../lib/server.js';
import { once } from '../lib/waiting.js';

afterEach(disconnectAll);

const app = 'secured';
const secure = { app, forceTLS: true, enabledTransports: ['ws', 'wss'] };

test('takes a client over wss and its back end over https', async () => {
  const channel = await subscribed(await connected(secure), unique('private-safe'));
  const event = once(channel, 'e');
  assert.equal((await backend(app, { useTLS: true }).trigger(channel.name, 'e', { a: 'ß€😀' })).status, 200);
  assert.deepEqual(await event, { a: 'ß€😀' });
});

test('relays a client event from one to the other', async () => {
  const name = unique('private-talk');
  const [one, other] = await Promise.all([connected(secure), connected(secure)]);
  const heard = once(await subscribed(other, name), 'client-e');
  (await subscribed(one, name)).trigger('client-e', { text: 'x'.repeat(5000) });
  assert.equal((await heard).text.length, 5000);
});

test('knows who is in a presence channel', async () => {
  const name = unique('presence-room');
  await subscribed(await connected({ ...secure, member: { user_id: 'ann' } }), name);
  const { result } = await subscribed(await connected({ ...secure, member: { user_id: 'bob' } }), name);
  assert.equal(result.count, 2);
  const users = await backend(app, { useTLS: true }).get({ path: `/channels/${name}/users` });
  assert.equal((await users.json()).users.length, 2);
});

// Frames as they come, from an implementation of WebSocket that is not the SDK's.
async function frames(options) {
  const socket = new WebSocket(`wss://${host}:${port}/app/${app}-key?protocol=7`, options);
  const received = [];
  const waiting = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(data);
    const wanted = waiting.findIndex(({ event }) => event === frame.event);
    if (wanted < 0) {
      received.push(frame);
    } else {
      waiting.splice(wanted, 1)[0].resolve(frame);
    }
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    next(event) {
      const here = received.findIndex((frame) => frame.event === event);
      if (here >= 0) {
        return Promise.resolve(received.splice(here, 1)[0]);
      }
      return new Promise((resolve) => waiting.push({ event, resolve }));
    },
    send: (event, data) => socket.send(JSON.stringify({ event, data })),
  };
}

test('compresses for clients that offer permessage-deflate, in both directions', async () => {
  const name = unique('squeezed');
  const { socket, next, send } = await frames({ perMessageDeflate: { threshold: 0 } });
  assert.match(socket.extensions, /permessage-deflate/);
  send('pusher:subscribe', { channel: name });
  await next('pusher_internal:subscription_succeeded');
  for (const size of [1, 100, 9000, 1]) {
    const text = 'fanfare '.repeat(size / 8 + 1).slice(0, size);
    const event = next('e');
    await backend(app, { useTLS: true }).trigger(name, 'e', text);
    assert.equal((await event).data, text);
  }
  socket.terminate();
});

test('does not compress for those that do not offer it', async () => {
  const { socket, next } = await frames({ perMessageDeflate: false });
  assert.equal(socket.extensions, '');
  await next('pusher:connection_established');
  socket.terminate();
});
