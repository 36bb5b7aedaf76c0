import { expect, test } from 'vitest';
import { nickname } from './nickname';

test('an alias is always called the same', () => {
  expect(nickname('fvE_B48__NEZzbUiJQN1eL')).toBe('Humble Bear 94');
});

test('the bidders of a busy auction are told apart', () => {
  const names = new Set(Array.from({ length: 200 }, (_, bidder) => nickname(`alias-${bidder}`)));
  expect(names.size).toBeGreaterThanOrEqual(199);
});
