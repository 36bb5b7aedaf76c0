/** What everybody is told, or everybody of a tenant. */
export interface Announcement {
  readonly id: string;
  readonly kind: 'announcement' | 'status' | 'maintenance' | 'reload';
  readonly message: string;
  readonly status: 'operational' | 'degraded' | 'outage' | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export type Tone = 'plain' | 'brass' | 'danger';

/** Those that concern somebody now; of maintenance they want to know before. */
export function shown(all: readonly Announcement[], dismissed: ReadonlySet<string>, now: number): readonly Announcement[] {
  return all.filter(
    ({ id, kind, status, startsAt, endsAt }) =>
      kind !== 'reload' &&
      !(kind === 'status' && status === 'operational') &&
      !dismissed.has(id) &&
      (endsAt === null || Date.parse(endsAt) > now) &&
      (kind === 'maintenance' || startsAt === null || Date.parse(startsAt) <= now),
  );
}

export function toneOf({ kind, status }: Announcement): Tone {
  if (kind === 'status') {
    return status === 'outage' ? 'danger' : 'brass';
  }
  return kind === 'maintenance' ? 'brass' : 'plain';
}

/** What stands before the message; empty where that says it all. */
export function leadOf({ kind, status, startsAt, endsAt }: Announcement, now: number, time: (instant: string) => string): string {
  if (kind === 'status') {
    return status === 'outage' ? 'Outage' : 'Not all works as it should';
  }
  if (kind !== 'maintenance') {
    return '';
  }
  const begins = startsAt !== null && Date.parse(startsAt) > now ? ` from ${time(startsAt)}` : '';
  const ends = endsAt === null ? '' : ` until ${time(endsAt)}`;
  return `Maintenance${begins}${ends}`;
}
