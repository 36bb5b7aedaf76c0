import { isRecord } from '../api/http';

/** Where somebody points, from 0 to 1. */
export interface PlacedCursor {
  readonly userId: string;
  readonly x: number;
  readonly y: number;
  /** When it was heard of, in milliseconds of the epoch. */
  readonly at: number;
}

/** Who has not moved for so long has looked elsewhere. */
export const CURSOR_LIFE_MS = 5_000;

type Cursors = readonly PlacedCursor[];

/** With what is heard, unless it is one's own or makes no sense. */
export function pointed(cursors: Cursors, data: unknown, me: string, now: number): Cursors {
  if (!isRecord(data) || typeof data['userId'] !== 'string' || data['userId'] === me) {
    return cursors;
  }
  const { userId, x, y } = data;
  if (!isShare(x) || !isShare(y)) {
    return cursors;
  }
  return [...cursors.filter((cursor) => cursor.userId !== userId), { userId, x, y, at: now }];
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** Without those who have gone; the same object if nobody has. */
export function alive(cursors: Cursors, now: number): Cursors {
  const rest = cursors.filter(({ at }) => now - at < CURSOR_LIFE_MS);
  return rest.length === cursors.length ? cursors : rest;
}
