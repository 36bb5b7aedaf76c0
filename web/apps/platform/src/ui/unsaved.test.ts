import { expect, test } from 'vitest';
import { guard, isAnythingUnsaved } from './unsaved';

test('nothing is unsaved until something says so, and no longer than it does', () => {
  let text = '';
  expect(isAnythingUnsaved()).toBe(false);
  const end = guard(() => text !== '');
  expect(isAnythingUnsaved()).toBe(false);
  text = 'Dear';
  expect(isAnythingUnsaved()).toBe(true);
  end();
  expect(isAnythingUnsaved()).toBe(false);
});
