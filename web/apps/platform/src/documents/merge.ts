/** Where two texts differ: from `start` on, up to what both have at the end. */
interface Difference {
  readonly start: number;
  /** Where it ends in the first text. */
  readonly end: number;
  /** What stands there in the second. */
  readonly text: string;
}

/** The one piece that has to be replaced to make one text of the other; null if they are the same. */
export function difference(before: string, after: string): Difference | null {
  if (before === after) {
    return null;
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** What two people have made of a text, if they wrote in different places; null if only they can say what is meant. */
export function merged(base: string, mine: string, theirs: string): string | null {
  const my = difference(base, mine);
  const their = difference(base, theirs);
  if (my === null || mine === theirs) {
    return theirs;
  }
  if (their === null) {
    return mine;
  }
  const [first, second] = my.start <= their.start ? [my, their] : [their, my];
  // Next to each other is the same place: nobody could say which comes first.
  if (first.end >= second.start) {
    return null;
  }
  return base.slice(0, first.start) + first.text + base.slice(first.end, second.start) + second.text + base.slice(second.end);
}

/** Where a caret belongs after others have changed the text around it. */
export function movedCaret(caret: number, before: string, after: string): number {
  const change = difference(before, after);
  if (change === null || caret <= change.start) {
    return caret;
  }
  return caret >= change.end ? caret + after.length - before.length : change.start + change.text.length;
}
