import { expect, test } from 'vitest';
import { ifMatch, newer } from './versioned';

test('an answer that was overtaken is not taken', () => {
  const known = { version: 3 };
  const same = { version: 3 };
  expect(newer(known, { version: 2 })).toBe(known);
  expect(newer(known, same)).toBe(same);
  expect(newer(undefined, same)).toBe(same);
});

test('a version is quoted as HTTP wants it', () => {
  expect(ifMatch({ version: 3 })).toEqual({ 'If-Match': '"3"' });
});
