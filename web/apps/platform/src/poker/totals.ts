import type { Summary } from './queries';

export interface Totals {
  /** Of all tasks whose points are a number; null if there is none. */
  readonly points: number | null;
  readonly estimated: number;
  readonly skipped: number;
  /** Tasks on which all agreed in the first round. */
  readonly agreed: number;
}

export function totals(tasks: Summary['tasks']): Totals {
  const numbers = tasks.map(({ finalStoryPoints }) => finalStoryPoints).filter((points) => typeof points === 'number');
  return {
    points: numbers.length === 0 ? null : numbers.reduce((sum, points) => sum + points, 0),
    estimated: tasks.filter(({ finalStoryPoints }) => finalStoryPoints !== null).length,
    skipped: tasks.filter(({ task }) => task.skipped).length,
    agreed: tasks.filter(({ rounds }) => rounds[0]?.statistics.consensus === true).length,
  };
}
