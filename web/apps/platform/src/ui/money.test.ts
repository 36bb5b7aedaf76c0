import { expect, test } from 'vitest';
import { fractionDigits, money, toMajor, toMinor } from './money';

test('minor units are of each currency’s own size', () => {
  expect([fractionDigits('EUR'), fractionDigits('JPY'), fractionDigits('KWD')]).toEqual([2, 0, 3]);
  expect([toMajor(12_345, 'EUR'), toMajor(12_345, 'JPY'), toMajor(12_345, 'KWD')]).toEqual([123.45, 12_345, 12.345]);
});

test('what is typed becomes minor units without rounding errors', () => {
  expect([0.29, 1.15, 4.35, 10.07, 1_234.56].map((major) => toMinor(major, 'EUR'))).toEqual([29, 115, 435, 1_007, 123_456]);
  expect(toMinor(1_500, 'JPY')).toBe(1_500);
});

test('large amounts survive the way there and back', () => {
  for (const minor of [0, 1, 99, 100, 1_999_999_999, 123_456_789_01]) {
    expect(toMinor(toMajor(minor, 'EUR'), 'EUR')).toBe(minor);
  }
});

test('only whole amounts are written without cents', () => {
  expect(money(34_500, 'EUR')).toMatch(/345(?![.,]\d)/);
  expect(money(34_550, 'EUR')).toMatch(/345[.,]50/);
});
