import type { Connection } from '../realtime/types';

/** What is to be said of the connection. */
export type Phase = 'live' | 'reconnecting' | 'offline' | 'catching-up' | 'recovered' | 'gap';

/** After a break that was worth a word. That nothing was missed is known only once it has been fetched. */
export function phaseAfter(state: Connection['state'], hasAll: boolean | null): Exclude<Phase, 'live'> {
  if (state !== 'live') {
    // Attempt follows attempt, and each has states of its own: all of them are one break.
    return state === 'offline' ? 'offline' : 'reconnecting';
  }
  if (hasAll === null) {
    return 'catching-up';
  }
  return hasAll ? 'recovered' : 'gap';
}

export function isLive(phase: Phase): boolean {
  return phase !== 'offline' && phase !== 'reconnecting';
}
