import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { authServer } from '../lib/authServer.js';
import { connected, disconnectAll, signedIn } from '../lib/clients.js';
import { backend, restartableServer, unique } from '../lib/server.js';
import { RESTART_MS, once, record, within } from '../lib/waiting.js';

afterEach(disconnectAll);

test('signs in', async () => {
  const id = unique('ann');
  const pusher = await signedIn({ id, user_info: { name: 'Ann' } });
  assert.deepEqual(pusher.user.user_data, { id, user_info: { name: 'Ann' } });
});

test('signs in through an authentication endpoint', async () => {
  const id = unique('ann');
  const endpoint = await authServer({ userOf: () => ({ id }) });
  const pusher = await connected({ userAuthentication: { endpoint: endpoint.url, transport: 'ajax' } });
  pusher.signin();
  await within(pusher.user.signinDonePromise, 'the sign-in');
  assert.equal(pusher.user.user_data.id, id);
  endpoint.close();
});

test('a refusal of the endpoint is an error of the user', async () => {
  const endpoint = await authServer({ userOf: () => null });
  const pusher = await connected({ userAuthentication: { endpoint: endpoint.url, transport: 'ajax' } });
  const error = once(pusher.user, 'pusher:signin_error');
  pusher.signin();
  assert.equal((await error).status, 403);
  endpoint.close();
});

test('a wrong signature is an error on the connection, which stays', async () => {
  const pusher = await connected({
    userAuthentication: {
      customHandler: (_, done) => done(null, { auth: `counting-key:${'0'.repeat(64)}`, user_data: '{"id":"eve"}' }),
    },
  });
  const error = once(pusher.connection, 'error');
  pusher.signin();
  assert.equal((await error).data.code, null);
  assert.equal(pusher.connection.state, 'connected');
});

test('events to a user reach all connections of that user and nobody else', async () => {
  const id = unique('ann');
  const own = await Promise.all([signedIn({ id }), signedIn({ id })]);
  const other = await signedIn({ id: unique('bob') });
  const wrong = record(other.user, 'note');
  const notes = own.map((pusher) => once(pusher.user, 'note'));
  await backend().sendToUser(id, 'note', { text: 'hi' });
  assert.deepEqual(await Promise.all(notes), [{ text: 'hi' }, { text: 'hi' }]);
  assert.deepEqual(wrong.seen, []);
});

test('terminating a user disconnects it for good', async () => {
  const id = unique('ann');
  const pusher = await signedIn({ id });
  const other = await signedIn({ id: unique('bob') });
  const error = once(pusher.connection, 'error');
  const gone = once(pusher.connection, 'disconnected');
  await backend().terminateUserConnections(id);
  assert.equal((await error).data.code, 4009);
  await gone;
  assert.equal(pusher.connection.state, 'disconnected');
  assert.equal(other.connection.state, 'connected');
});

test('a watchlist tells who is online, then who comes and goes', async () => {
  const [ann, bob, cat] = [unique('ann'), unique('bob'), unique('cat')];
  await signedIn({ id: bob });
  const watching = await connected({ user: { id: ann, watchlist: [bob, cat] } });
  const online = record(watching.user.watchlist, 'online');
  const offline = record(watching.user.watchlist, 'offline');
  watching.signin();
  await online.until(({ user_ids }) => user_ids.includes(bob));
  await offline.until(({ user_ids }) => user_ids.includes(cat));
  const visitor = await signedIn({ id: cat });
  await online.until(({ user_ids }) => user_ids.includes(cat));
  visitor.disconnect();
  await offline.count(2);
  assert.deepEqual(offline.seen[1].user_ids, [cat]);
});

test('signs in again after a restart of the server', async () => {
  const server = await restartableServer();
  const id = unique('ann');
  const pusher = await signedIn({ id }, { wsPort: server.port });
  const messages = record(pusher.connection, 'message');
  await server.restart();
  const own = `#server-to-user-${id}`;
  await messages.until(
    ({ event, channel }) => event === 'pusher_internal:subscription_succeeded' && channel === own,
    RESTART_MS,
  );
  const note = once(pusher.user, 'note');
  await backend('counting', { port: server.port }).sendToUser(id, 'note', 'back');
  assert.equal(await note, 'back');
});
