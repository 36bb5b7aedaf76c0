import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, subscribed } from '../lib/clients.js';
import { backend, serverThatTells } from '../lib/server.js';

afterEach(disconnectAll);

// Has the SDK read every request that comes, and resolves with the events once there are as many as wanted.
function told(server, wanted) {
  const events = [];
  return new Promise((resolve, reject) => {
    server.on('request', async (request, response) => {
      let rawBody = '';
      for await (const piece of request.setEncoding('utf8')) {
        rawBody += piece;
      }
      response.writeHead(204).end();
      const webhook = backend().webhook({ headers: request.headers, rawBody });
      if (!webhook.isValid() || Math.abs(webhook.getTime() - Date.now()) > 60_000) {
        reject(new Error(`the SDK refuses ${JSON.stringify(request.headers)} ${rawBody}`));
      }
      events.push(...webhook.getEvents());
      if (events.length >= wanted) {
        resolve(events);
      }
    });
  });
}

test('reads and verifies webhooks', async () => {
  const server = createServer();
  const events = told(server, 4);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const ownPort = await serverThatTells(`http://127.0.0.1:${server.address().port}/hooks`);
  const pusher = await connected({ wsPort: ownPort, wssPort: ownPort, member: { user_id: 'ann' } });
  const channel = await subscribed(pusher, 'presence-told');
  channel.trigger('client-typing', { text: 'Grüße, 世界' });
  channel.trigger('client-plain', 'as "text"');
  const socket_id = pusher.connection.socket_id;
  const sent = { name: 'client_event', channel: 'presence-told', socket_id, user_id: 'ann' };
  assert.deepEqual(await events, [
    { name: 'channel_occupied', channel: 'presence-told' },
    { name: 'member_added', channel: 'presence-told', user_id: 'ann' },
    { ...sent, event: 'client-typing', data: '{"text":"Grüße, 世界"}' },
    { ...sent, event: 'client-plain', data: 'as "text"' },
  ]);
  server.close();
});
