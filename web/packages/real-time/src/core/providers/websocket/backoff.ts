const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before an attempt: doubled each time, up to half a minute, and spread so that clients do not come back all
 * at once.
 *
 * @param attempt from 0
 * @param random from 0 to 1
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS) * (0.5 + random() / 2);
}
