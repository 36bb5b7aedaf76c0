import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alive, pointed } from './cursors';
import { throttled } from './throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bobs = { roomId: 'doc_1', userId: 'bob', x: 0.5, y: 0.25 };

test('each has one cursor, where they pointed last', () => {
  const once = pointed([], bobs, 'ada', 1);
  const twice = pointed(once, { ...bobs, x: 0.75 }, 'ada', 2);
  expect(twice).toEqual([{ userId: 'bob', x: 0.75, y: 0.25, at: 2 }]);
});

test.each([
  ['is one’s own', { ...bobs, userId: 'ada' }],
  ['is outside', { ...bobs, x: 1.5 }],
  ['is no number', { ...bobs, y: '0' }],
  ['is nothing', null],
])('a cursor that %s is not shown', (_why, data) => {
  expect(pointed([], data, 'ada', 1)).toEqual([]);
});

test('who has not moved for five seconds has gone', () => {
  const cursors = pointed(pointed([], bobs, 'ada', 0), { ...bobs, userId: 'cleo' }, 'ada', 3_000);
  expect(alive(cursors, 4_999)).toBe(cursors);
  expect(alive(cursors, 5_000).map(({ userId }) => userId)).toEqual(['cleo']);
});

test('however often one moves it is told ten times a second, and where one stopped always is', () => {
  const told: number[] = [];
  const move = throttled((x: number) => told.push(x), 100);
  for (let ms = 0; ms < 1_000; ms += 5) {
    move.call(ms);
    vi.advanceTimersByTime(5);
  }
  vi.advanceTimersByTime(200);
  expect(told[0]).toBe(0);
  expect(told.length).toBeLessThanOrEqual(11);
  expect(told.at(-1)).toBe(995);
});

test('who has left tells nothing any more', () => {
  const told: number[] = [];
  const move = throttled((x: number) => told.push(x), 100);
  move.call(1);
  move.call(2);
  move.cancel();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([1]);
});
