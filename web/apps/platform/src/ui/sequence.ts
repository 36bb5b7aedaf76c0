interface Numbered {
  readonly seq: number;
}

/** Of both, each once, in order. The very same list if nothing is new. */
export function mergedBySeq<T extends Numbered>(
  known: readonly T[],
  news: readonly T[],
  isNewer: (one: T, than: T) => boolean,
): readonly T[] {
  const bySeq = new Map(known.map((entry) => [entry.seq, entry]));
  let changed = false;
  for (const entry of news) {
    const before = bySeq.get(entry.seq);
    if (!before || isNewer(entry, before)) {
      bySeq.set(entry.seq, entry);
      changed = true;
    }
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : known;
}
