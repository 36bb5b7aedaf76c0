import { useCallback, useEffect } from 'react';
import { UNSYNCED, type ClockSnapshot } from '../core/client/serverClock.js';
import { useClient } from './context.js';
import { useStore } from './useStore.js';

/** The server's clock. */
export interface ServerClockState extends ClockSnapshot {
  /** The server's time now, in milliseconds of the epoch. The function stays the same. */
  readonly now: () => number;
}

/** Compares the clock here with the server's while the component is there, so that countdowns end when the server says so. */
export function useServerClock(): ServerClockState {
  const clock = useClient()?.clock;
  useEffect(() => clock?.start(), [clock]);
  const snapshot = useStore(clock, UNSYNCED);
  const now = useCallback(() => clock?.now() ?? Date.now(), [clock]);
  return { ...snapshot, now };
}
