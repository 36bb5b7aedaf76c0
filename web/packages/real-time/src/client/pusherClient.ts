import { getPusherClient } from '../core/client/clients.js';
import type { RealtimeClient } from '../core/client/realtimeClient.js';
import { configFromEnv } from '../core/config/env.js';

/**
 * The client of the page, for those who subscribe by hand. Null on a server, and where the environment has no key; the client of a
 * provider is what `usePusher` gives.
 */
export const pusherClient: RealtimeClient | null =
  typeof window === 'undefined' || configFromEnv().pusherKey === undefined ? null : getPusherClient();
