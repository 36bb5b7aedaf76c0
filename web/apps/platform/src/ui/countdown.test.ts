import { expect, test } from 'vitest';
import { countdown } from './countdown';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const in_ = (left: number) => countdown(left, 0);

test('a countdown shows what matters at its distance', () => {
  expect(in_(26 * HOUR).text).toBe('1 d 2 h');
  expect(in_(3 * HOUR + 5 * SECOND).text).toBe('3:00:05');
  expect(in_(7 * 60 * SECOND).text).toBe('7:00');
  expect(in_(9 * SECOND).text).toBe('0:09');
});

test('a begun second counts, so that 0:00 is shown at the end only', () => {
  expect(in_(1).text).toBe('0:01');
  expect(in_(0)).toEqual({ text: '0:00', spoken: 'over', pace: 'over' });
  expect(in_(-5 * SECOND).pace).toBe('over');
});

test('the last ten minutes are soon, the last minute is urgent', () => {
  expect([11 * 60, 10 * 60, 61, 60, 1].map((seconds) => in_(seconds * SECOND).pace)).toEqual([
    'calm',
    'soon',
    'soon',
    'urgent',
    'urgent',
  ]);
});

test('seconds are spoken in the last minute only', () => {
  expect([26 * 3_600, 3_660, 120, 61, 9, 1].map((seconds) => in_(seconds * SECOND).spoken)).toEqual([
    '1 day and 2 hours',
    '1 hour and 1 minute',
    '2 minutes',
    '1 minute',
    '9 seconds',
    '1 second',
  ]);
});
