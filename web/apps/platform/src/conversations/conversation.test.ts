import { expect, test } from 'vitest';
import { deletedAt, lastBeforeGap, lastSeen, merged, type Message, pageOf, replaced } from './conversation';
import { failed, type Outbox, pendingOf, queued, removed, sending, type Unsent } from './outbox';

function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversationId: 'c1',
    seq,
    senderId: 'bob',
    text: `text ${seq}`,
    sentAt: '2026-01-01T10:00:00.000Z',
    clientId: null,
    editedAt: null,
    deletedAt: null,
    version: 1,
    ...more,
  };
}

const unsent: Unsent = {
  clientId: 'x',
  threadId: 'c1',
  senderId: 'ada',
  text: 'hello',
  at: '2026-01-01T10:00:00.000Z',
  state: 'sending',
};

test('messages stay in order and each is there once, however they arrive', () => {
  const all = merged(merged([message(4)], [message(5), message(2)]), [message(3), message(4), message(5)]);
  expect(all.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
});

test('a message that crossed an own one is asked for', () => {
  expect(lastBeforeGap([message(4), message(5), message(7)])).toBe(5);
  expect(lastBeforeGap([message(4), message(5)])).toBe(5);
});

test('nothing new leaves the very same list', () => {
  const known = [message(1), message(2)];
  expect(merged(known, [message(2)])).toBe(known);
});

test('of two versions of a message the newer stays', () => {
  const edited = message(1, { text: 'edited', version: 2 });
  expect(merged([edited], [message(1)])[0]).toBe(edited);
  expect(merged([message(1)], [edited])[0]).toBe(edited);
});

test('a deleted message keeps its place without its text', () => {
  const [first] = replaced([message(1), message(2)], 'm1', (shown) => deletedAt(shown, '2026-01-01T11:00:00.000Z'));
  expect(first).toMatchObject({ seq: 1, text: '', deletedAt: '2026-01-01T11:00:00.000Z' });
});

test('the receipt stands below the last of mine that was read', () => {
  const messages = [message(1), message(2, { senderId: 'ada' }), message(3), message(4)];
  expect(lastSeen(messages, 'bob', 3)?.seq).toBe(3);
  expect(lastSeen(messages, 'bob', 2)?.seq).toBe(1);
  expect(lastSeen(messages, 'bob', 0)).toBeUndefined();
});

test('a message waits, fails with its reason, and waits again under the same id', () => {
  const waiting = queued([], unsent);
  const refused = failed(waiting, 'x', 'No answer');
  expect(refused).toEqual([{ ...unsent, state: 'failed', reason: 'No answer' }]);
  expect(sending(refused, 'x')).toEqual([unsent]);
  expect(removed(refused, 'x')).toEqual([]);
});

test('what has arrived although its answer was lost is not shown twice', () => {
  const box: Outbox = [unsent, { ...unsent, clientId: 'y' }, { ...unsent, clientId: 'z', threadId: 'c2' }];
  expect(pendingOf(box, 'ada', 'c1', [message(1, { clientId: 'x' })]).map(({ clientId }) => clientId)).toEqual(['y']);
});

test('what somebody could not send is not shown to who signs in next', () => {
  expect(pendingOf([unsent], 'ada', 'c1', [])).toEqual([unsent]);
  expect(pendingOf([unsent], 'bob', 'c1', [])).toEqual([]);
});

test('what a conversation is about has a page, if it is something that has', () => {
  expect(pageOf({ type: 'product', id: 'p1', title: 'Lamp' })).toBe('/market/products/p1');
  expect(pageOf({ type: 'order', id: '../x', title: 'Lamp' })).toBe('/orders/..%2Fx');
  expect(pageOf({ type: 'parcel', id: 'p1', title: 'Lamp' })).toBeUndefined();
});
