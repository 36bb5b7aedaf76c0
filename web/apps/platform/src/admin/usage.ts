export interface Usage {
  /** From 0 to 1; null where there is no limit. */
  readonly share: number | null;
  readonly tone: 'good' | 'brass' | 'danger';
}

const CLOSE = 0.8;

/** How much of what the plan allows is used. */
export function usageOf(used: number, limit: number | null): Usage {
  if (limit === null || limit <= 0) {
    return { share: null, tone: 'good' };
  }
  const share = Math.min(1, used / limit);
  return { share, tone: used >= limit ? 'danger' : share >= CLOSE ? 'brass' : 'good' };
}
