import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { connected, disconnectAll, signedIn, subscribed } from '../lib/clients.js';
import { unique } from '../lib/server.js';
import { once, record } from '../lib/waiting.js';

afterEach(disconnectAll);

const member = (id, name) => ({ member: { user_id: id, user_info: { name } } });

test('knows itself and the others', async () => {
  const name = unique('presence-room');
  await subscribed(await connected(member('1', 'Ann')), name);
  const channel = await subscribed(await connected(member('2', 'Bob')), name);
  assert.equal(channel.members.count, 2);
  assert.deepEqual(channel.members.me, { id: '2', info: { name: 'Bob' } });
  assert.deepEqual(channel.members.get('1'), { id: '1', info: { name: 'Ann' } });
});

test('is told of members that join and leave', async () => {
  const name = unique('presence-room');
  const channel = await subscribed(await connected(member('1', 'Ann')), name);
  const added = once(channel, 'pusher:member_added');
  const other = await connected(member('2', 'Bob'));
  await subscribed(other, name);
  assert.deepEqual(await added, { id: '2', info: { name: 'Bob' } });
  const removed = once(channel, 'pusher:member_removed');
  other.unsubscribe(name);
  assert.deepEqual(await removed, { id: '2', info: { name: 'Bob' } });
  assert.equal(channel.members.count, 1);
});

test('several connections of a user are one member, from the first to the last', async () => {
  const name = unique('presence-tabs');
  const channel = await subscribed(await connected(member('1', 'Ann')), name);
  const added = record(channel, 'pusher:member_added');
  const removed = record(channel, 'pusher:member_removed');
  const tabs = await Promise.all([1, 2, 3].map(() => connected(member('2', 'Bob'))));
  for (const tab of tabs) {
    await subscribed(tab, name);
  }
  tabs[0].disconnect();
  tabs[1].unsubscribe(name);
  const witness = await connected(member('3', 'Cat'));
  await subscribed(witness, name);
  await added.count(2);
  assert.deepEqual(removed.seen, []);
  assert.equal(channel.members.count, 3);
  tabs[2].disconnect();
  await removed.count(1);
  assert.deepEqual(
    added.seen.map(({ id }) => id),
    ['2', '3'],
  );
});

test('a numeric user id works', async () => {
  const name = unique('presence-numeric');
  const channel = await subscribed(await connected({ member: { user_id: 10 } }), name);
  assert.equal(channel.members.count, 1);
  assert.deepEqual(channel.members.get('10').info, {});
  assert.equal(channel.members.me.id, 10);
});

test('a signed-in user needs no channel data', async () => {
  const name = unique('presence-user');
  const pusher = await signedIn({ id: 'ann', user_info: { name: 'Ann' } });
  const channel = await subscribed(pusher, name);
  assert.deepEqual(channel.members.me, { id: 'ann', info: { name: 'Ann' } });
});

test('client events say which member sent them', async () => {
  const name = unique('presence-chat');
  const from = await subscribed(await connected(member('1', 'Ann')), name);
  const to = await subscribed(await connected(member('2', 'Bob')), name);
  const event = once(to, 'client-typing');
  from.trigger('client-typing', { on: true });
  assert.deepEqual(await event, { data: { on: true }, metadata: { user_id: '1' } });
});

test('a full channel refuses a new user', async () => {
  const name = unique('presence-f').slice(0, 20);
  await subscribed(await connected({ app: 'small', ...member('1', 'Ann') }), name);
  await subscribed(await connected({ app: 'small', ...member('2', 'Bob') }), name);
  const third = await connected({ app: 'small', ...member('3', 'Cat') });
  const error = await once(third.subscribe(name), 'pusher:subscription_error');
  assert.equal(error.type, 'LimitReached');
});
