import { expect, test } from 'vitest';
import { bounded } from './toasts';

const passing = (text: string) => ({ text });
const lasting = (text: string) => ({ text, isLasting: true });

test('what is to be dismissed by hand is not pushed out by what passes', () => {
  const shown = bounded([lasting('reload'), passing('1'), passing('2'), passing('3')]);
  expect(shown.map(({ text }) => text)).toEqual(['reload', '2', '3']);
});

test('there are never more than have room', () => {
  expect(bounded(['1', '2', '3', '4'].map(lasting)).map(({ text }) => text)).toEqual(['2', '3', '4']);
  expect(bounded(['1', '2', '3'].map(passing))).toHaveLength(3);
});
