import { expect, test } from 'vitest';
import { isLive, phaseAfter } from './phase';

test('that nothing was missed is not said before it is known', () => {
  expect(phaseAfter('live', null)).toBe('catching-up');
  expect(phaseAfter('live', true)).toBe('recovered');
  expect(phaseAfter('live', false)).toBe('gap');
});

test('what was known before a break says nothing during it', () => {
  expect(phaseAfter('reconnecting', true)).toBe('reconnecting');
  expect(phaseAfter('connecting', true)).toBe('reconnecting');
  expect(phaseAfter('offline', true)).toBe('offline');
  expect((['offline', 'reconnecting', 'catching-up', 'gap'] as const).map(isLive)).toEqual([false, false, true, true]);
});
