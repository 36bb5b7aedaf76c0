import type { RealTimeConfig } from '../config/config.js';
import { configFromEnv } from '../config/env.js';
import { merged, spelled } from '../config/resolve.js';
import { RealtimeClient } from './realtimeClient.js';

/** Where the clients of the page are, however often this module is loaded or loaded anew. */
const PLACE = Symbol.for('fanfare.clients');

function clients(): Map<string, RealtimeClient> {
  const page = globalThis as { [PLACE]?: Map<string, RealtimeClient> };
  return (page[PLACE] ??= new Map<string, RealtimeClient>());
}

/**
 * The one client of the page for a provider, key and host: all who ask with the same get the same. On a server each gets their
 * own, which never connects by itself.
 */
export function clientFor(config: RealTimeConfig = {}): RealtimeClient {
  if (typeof window === 'undefined') {
    return new RealtimeClient(config);
  }
  const { provider, pusherKey, wsHost, baseUrl } = merged(spelled(config), configFromEnv(config.env));
  const key = [provider, pusherKey, wsHost, baseUrl].join(' ');
  const client = clients().get(key) ?? new RealtimeClient(config);
  clients().set(key, client);
  return client;
}

/** The client of the page: the first one that there is, else one with the settings of the environment or the back end. */
export function getPusherClient(): RealtimeClient {
  const [first] = typeof window === 'undefined' ? [] : clients().values();
  return first ?? clientFor();
}

/** Forgets all clients of the page, for tests. They should have no users any more. */
export function forgetClients(): void {
  clients().clear();
}
