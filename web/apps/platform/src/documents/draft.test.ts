import { expect, test } from 'vitest';
import type { SharedDocument } from './document';
import { begun, type Draft, drafted, isDirty, isReady } from './draft';

const ada = { id: 'ada', name: 'Ada Seller', avatar: null };
const bob = { id: 'bob', name: 'Bob Buyer', avatar: null };

function version(number: number, text: string, title = 'Hours'): SharedDocument {
  return {
    id: 'doc_1',
    title,
    text,
    access: 'tenant',
    members: [],
    owner: ada,
    version: number,
    createdAt: '2026-01-31T12:00:00.000Z',
    updatedAt: '2026-01-31T12:00:00.000Z',
    updatedBy: bob,
    channel: 'presence-room-doc_1',
    recordChannel: 'private-tenant-org_123',
  };
}

const first = version(1, 'Monday\nTuesday\n');
const write = (draft: Draft, text: string) => drafted(draft, { kind: 'written', text });

test('what is written is ready to be saved until it is on its way', () => {
  const written = write(begun(first), 'Monday, 9 to 18\nTuesday\n');
  expect(isReady(written)).toBe(true);
  const sent = drafted(written, { kind: 'sent' });
  expect(isReady(sent)).toBe(false);
  const saved = drafted(sent, { kind: 'saved', document: version(2, 'Monday, 9 to 18\nTuesday\n') });
  expect(isDirty(saved)).toBe(false);
  expect(saved.base.version).toBe(2);
});

test('what is written while something is saved is not lost', () => {
  const sent = drafted(write(begun(first), 'one'), { kind: 'sent' });
  const more = drafted(write(sent, 'one two'), { kind: 'saved', document: version(2, 'one') });
  expect(more.text).toBe('one two');
  expect(isReady(more)).toBe(true);
});

test('an empty title is not saved', () => {
  expect(isReady(drafted(begun(first), { kind: 'written', title: ' ' }))).toBe(false);
});

test('who has written nothing follows the others', () => {
  const followed = drafted(begun(first), { kind: 'met', document: version(2, 'New', 'New hours') });
  expect(followed).toMatchObject({ text: 'New', title: 'New hours', theirs: null });
  expect(isDirty(followed)).toBe(false);
});

test('what two write in different places is put together', () => {
  const mine = write(begun(first), 'Monday, 9 to 18\nTuesday\n');
  const both = drafted(mine, { kind: 'met', document: version(2, 'Monday\nTuesday, closed\n') });
  expect(both).toMatchObject({ text: 'Monday, 9 to 18\nTuesday, closed\n', theirs: null });
  expect(both.base.version).toBe(2);
  expect(isReady(both)).toBe(true);
});

test('what two write in the same place waits for a decision', () => {
  const mine = write(begun(first), 'Monday, 9 to 18\nTuesday\n');
  const theirs = version(2, 'Monday, closed\nTuesday\n');
  const met = drafted(drafted(mine, { kind: 'sent' }), { kind: 'met', document: theirs, refused: true });
  expect(met.theirs).toBe(theirs);
  expect(met.text).toBe('Monday, 9 to 18\nTuesday\n');
  expect(isReady(met)).toBe(false);
  const kept = drafted(met, { kind: 'settled', keep: 'mine' });
  expect(kept.base.version).toBe(2);
  expect(isReady(kept)).toBe(true);
  const taken = drafted(met, { kind: 'settled', keep: 'theirs' });
  expect(taken.text).toBe('Monday, closed\nTuesday\n');
  expect(isDirty(taken)).toBe(false);
});

test('a conflict goes on with the newest of theirs', () => {
  const met = drafted(write(begun(first), 'mine'), { kind: 'met', document: version(2, 'theirs') });
  expect(drafted(met, { kind: 'met', document: version(3, 'theirs again') }).theirs?.version).toBe(3);
});

test('what is older than what is known changes nothing', () => {
  const draft = begun(version(5, 'five'));
  expect(drafted(draft, { kind: 'met', document: version(4, 'four') })).toBe(draft);
});

test('a failure keeps what was written, to be tried again', () => {
  const failed = drafted(drafted(write(begun(first), 'mine'), { kind: 'sent' }), { kind: 'failed', error: new Error('away') });
  expect(failed.text).toBe('mine');
  expect(isReady(failed)).toBe(true);
});
