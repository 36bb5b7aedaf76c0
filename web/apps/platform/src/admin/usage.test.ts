import { expect, test } from 'vitest';
import { usageOf } from './usage';

test('a bar is full at the limit, and warns before it', () => {
  expect(usageOf(10, 100)).toEqual({ share: 0.1, tone: 'good' });
  expect(usageOf(80, 100).tone).toBe('brass');
  expect(usageOf(130, 100)).toEqual({ share: 1, tone: 'danger' });
});

test('without a limit there is no bar', () => {
  expect(usageOf(130, null)).toEqual({ share: null, tone: 'good' });
  expect(usageOf(130, 0).share).toBeNull();
});
