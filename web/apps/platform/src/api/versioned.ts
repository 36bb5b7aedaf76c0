/** What each change gives a higher version. */
interface Versioned {
  readonly version: number;
}

/** Of an answer and what is known, the newer: an answer may have been overtaken by events, or by another. */
export function newer<T extends Versioned>(known: T | undefined, answer: T): T {
  return known && known.version > answer.version ? known : answer;
}

/** Has a change refused with `stale` if there is another version than the one that was read. */
export function ifMatch({ version }: Versioned): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}
