import { expect, test } from 'vitest';
import type { StoryPoints } from './poker';
import { totals } from './totals';

const task = (finalStoryPoints: StoryPoints | null, consensus: boolean, skipped = false) => ({
  task: { id: 't', title: 'T', description: null, finalStoryPoints, skipped },
  rounds: [
    { votes: [], statistics: { average: null, median: null, consensus, distribution: [] } },
    { votes: [], statistics: { average: null, median: null, consensus: true, distribution: [] } },
  ],
  finalStoryPoints,
});

test('points are added up where they are numbers, and agreement counts in the first round only', () => {
  expect(totals([task(5, true), task(8, false), task('?', false), task(null, false, true)])).toEqual({
    points: 13,
    estimated: 3,
    skipped: 1,
    agreed: 1,
  });
});

test('without numbers there is no sum', () => {
  expect(totals([task('XL', true)]).points).toBeNull();
});
