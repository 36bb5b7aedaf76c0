import { expect, test } from 'vitest';
import type { Person } from '../session/person';
import { completed, segments, suggested, typedMention } from './mentions';

const person = (name: string, id = name.toLowerCase()): Person => ({ id, name, avatar: null });
const team = [person('Ada'), person('Ada Seller'), person('Dan Desk'), person('Zoë')];
const names = (people: readonly Person[]) => people.map(({ name }) => name);

test('what stands between an at and the caret is being mentioned', () => {
  expect(typedMention('ask @ad now', 7)).toEqual({ at: 4, part: 'ad' });
  expect(typedMention('@', 1)).toEqual({ at: 0, part: '' });
  expect(typedMention('(@ada s', 7)).toEqual({ at: 1, part: 'ada s' });
});

test('an address, a space after the at, another line and a place before the at mention nobody', () => {
  expect(typedMention('me@ada', 6)).toBeNull();
  expect(typedMention('@ ada', 5)).toBeNull();
  expect(typedMention('@ada\nand', 8)).toBeNull();
  expect(typedMention('@ada', 0)).toBeNull();
  expect(typedMention('ask ada', 7)).toBeNull();
  expect(typedMention(`@${'a'.repeat(41)}`, 42)).toBeNull();
});

test('people are found by how any of their names begins, until they are named in full', () => {
  expect(names(suggested(team, ''))).toEqual(['Ada', 'Ada Seller', 'Dan Desk', 'Zoë']);
  expect(names(suggested(team, 'A'))).toEqual(['Ada', 'Ada Seller']);
  expect(names(suggested(team, 'sel'))).toEqual(['Ada Seller']);
  expect(names(suggested(team, 'ada'))).toEqual(['Ada Seller']);
  expect(names(suggested(team, 'ada seller'))).toEqual([]);
  expect(names(suggested(team, 'da'))).toEqual(['Dan Desk']);
});

test('the whole name takes the place of what was typed and one goes on behind it', () => {
  const typed = { at: 4, part: 'ad' };
  expect(completed('ask @ad', typed, 'Ada Seller')).toEqual({ text: 'ask @Ada Seller ', caret: 16 });
  expect(completed('ask @ad now', typed, 'Ada Seller')).toEqual({ text: 'ask @Ada Seller now', caret: 16 });
});

test('a note is shown in pieces with those it mentions, the longest name first', () => {
  expect(segments('Ask @ada seller, @Zoë!', team)).toEqual([
    { text: 'Ask ', people: [] },
    { text: '@ada seller', people: [team[1]] },
    { text: ', ', people: [] },
    { text: '@Zoë', people: [team[3]] },
    { text: '!', people: [] },
  ]);
});

test('what only looks like a mention is text', () => {
  for (const text of ['me@Ada', '@Adam', '@Bob Buyer', '@', '@ Ada', 'Ada']) {
    expect(segments(text, team)).toEqual([{ text, people: [] }]);
  }
  expect(segments('@Ada', [])).toEqual([{ text: '@Ada', people: [] }]);
  expect(segments('', team)).toEqual([]);
});

test('of two who are called the same both are mentioned', () => {
  const kims = [person('Kim', 'a'), person('Kim', 'b')];
  expect(segments('@Kim', kims)).toEqual([{ text: '@Kim', people: kims }]);
});
