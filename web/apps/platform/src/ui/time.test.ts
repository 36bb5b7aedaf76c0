import { expect, test } from 'vitest';
import { ago, dayName, startOfDay } from './time';

const MINUTE = 60_000;
const now = new Date(2026, 5, 15, 12, 0).getTime();

test('the distance decides how a time is told', () => {
  expect(ago(now - 20_000, now)).toBe('now');
  expect(ago(now - 5 * MINUTE, now)).toMatch(/5 min/);
  expect(ago(now - 3 * 60 * MINUTE, now)).toMatch(/3 h/);
  expect(ago(now - 3 * 24 * 60 * MINUTE, now)).toMatch(/12/);
});

test('a clock that is behind does not tell of the future', () => {
  expect(ago(now + 5_000, now)).toBe('now');
});

test('yesterday is the day before, not 24 hours ago', () => {
  const lateYesterday = new Date(2026, 5, 14, 23, 59).getTime();
  expect(dayName(lateYesterday, now)).toMatch(/yesterday/i);
  expect(dayName(startOfDay(now), now)).toMatch(/today/i);
});
