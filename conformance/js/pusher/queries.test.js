import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, signedIn, subscribed } from '../lib/clients.js';
import { backend, unique } from '../lib/server.js';
import { once } from '../lib/waiting.js';

afterEach(disconnectAll);

const get = async (path, params) => (await backend().get({ path, params })).json();

test('lists channels by prefix', async () => {
  const name = unique('presence-listed');
  await subscribed(await connected({ member: { user_id: '1' } }), name);
  const params = { filter_by_prefix: name, info: 'user_count' };
  assert.deepEqual(await get('/channels', params), { channels: { [name]: { user_count: 1 } } });
});

test('lists no channels as an empty object', async () => {
  assert.deepEqual(await get('/channels', { filter_by_prefix: 'no-such-prefix' }), { channels: {} });
});

test('describes a channel', async () => {
  const name = unique('presence-one');
  await subscribed(await connected({ member: { user_id: '1' } }), name);
  await subscribed(await connected({ member: { user_id: '1' } }), name);
  const params = { info: 'user_count,subscription_count' };
  const described = await get(`/channels/${name}`, params);
  assert.deepEqual(described, { occupied: true, user_count: 1, subscription_count: 2 });
});

test('describes what a cache channel holds', async () => {
  const name = unique('cache-one');
  await backend().trigger(name, 'e', { x: 1 });
  const { occupied, cache } = await get(`/channels/${name}`, { info: 'cache' });
  assert.equal(occupied, false);
  assert.equal(cache.data, '{"x":1}');
  assert.ok(cache.ttl > 0 && cache.ttl <= 1800);
});

test('lists the users of a presence channel', async () => {
  const name = unique('presence-users');
  await subscribed(await connected({ member: { user_id: '1' } }), name);
  await subscribed(await connected({ member: { user_id: '1' } }), name);
  await subscribed(await connected({ member: { user_id: 2 } }), name);
  assert.deepEqual(await get(`/channels/${name}/users`), { users: [{ id: '1' }, { id: '2' }] });
});

test('a question that makes no sense is answered with 400', async () => {
  await assert.rejects(get('/channels/public/users'), { name: 'PusherRequestError', status: 400 });
  await assert.rejects(get('/channels', { info: 'user_count' }), { name: 'PusherRequestError', status: 400 });
});

test('sends events to a user', async () => {
  const id = unique('ann');
  const pusher = await signedIn({ id });
  const event = once(pusher.user, 'note');
  const answer = await backend().sendToUser(id, 'note', { text: 'hi' });
  assert.deepEqual(await answer.json(), {});
  assert.deepEqual(await event, { text: 'hi' });
});

test('ends the connections of a user', async () => {
  const id = unique('ann');
  const pusher = await signedIn({ id });
  const gone = once(pusher.connection, 'disconnected');
  const answer = await backend().terminateUserConnections(id);
  assert.deepEqual(await answer.json(), {});
  await gone;
});

test('its tokens for channels and users are accepted', async () => {
  const pusher = await signedIn({ id: unique('ann') }, { member: { user_id: '1', user_info: { name: 'Zoë' } } });
  await subscribed(pusher, unique('private-x'));
  const room = await subscribed(pusher, unique('presence-x'));
  assert.deepEqual(room.members.me.info, { name: 'Zoë' });
  await subscribed(pusher, unique('private-encrypted-x'));
});
