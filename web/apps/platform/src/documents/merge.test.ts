import { expect, test } from 'vitest';
import { difference, merged, movedCaret } from './merge';

test('the difference is the smallest piece that has to be replaced', () => {
  expect(difference('abcdef', 'abXef')).toEqual({ start: 2, end: 4, text: 'X' });
  expect(difference('aaa', 'aaaa')).toEqual({ start: 3, end: 3, text: 'a' });
  expect(difference('same', 'same')).toBeNull();
});

test.each([
  ['one two three', 'ONE two three', 'one two THREE', 'ONE two THREE'],
  ['one two three', 'one two THREE', 'ONE two three', 'ONE two THREE'],
  ['one two', 'one two', 'one', 'one'],
  ['one two', 'one', 'one two', 'one'],
  ['one', 'both', 'both', 'both'],
  ['one two three', 'one 2 three', 'one II three', null],
  ['one', 'one mine', 'one theirs', null],
])('%j made to %j and to %j is %j', (base, mine, theirs, both) => {
  expect(merged(base, mine, theirs)).toBe(both);
});

test('whatever is merged has what both have written', () => {
  const base = Array.from({ length: 20 }, (_, line) => `line ${line}`);
  for (let mine = 0; mine < 20; mine++) {
    for (let theirs = 0; theirs < 20; theirs++) {
      const my = base.map((line, at) => (at === mine ? `${line} mine` : line)).join('\n');
      const their = base.map((line, at) => (at === theirs ? `${line} theirs` : line)).join('\n');
      const both = merged(base.join('\n'), my, their);
      expect(both === null).toBe(mine === theirs);
      if (both !== null) {
        expect(both.split('\n')).toHaveLength(20);
        expect(both).toContain(`line ${mine} mine`);
        expect(both).toContain(`line ${theirs} theirs`);
      }
    }
  }
});

test.each([
  [2, 'abcdef', 'abXcdef', 2],
  [4, 'abcdef', 'abXcdef', 5],
  [4, 'abcdef', 'bcdef', 3],
  [3, 'abcdef', 'aXf', 2],
  [6, 'abcdef', '', 0],
])('a caret at %i of %j is in %j at %i', (caret, before, after, moved) => {
  expect(movedCaret(caret, before, after)).toBe(moved);
});
