import type { Backend } from '../auth/backend.js';
import type { ProviderName } from '../config/config.js';
import { configFromEnv } from '../config/env.js';
import { configFromServer, merged, resolved, spelled, type ResolvedConfig, type ServedConfig } from '../config/resolve.js';

const ALL_FALLBACKS: readonly ProviderName[] = ['sse', 'polling'];

/**
 * All settings: as given, else of the environment; where neither has a key the back end is asked.
 *
 * @throws Error if nobody knows the key, or the back end cannot be asked
 */
export async function completed(backend: Backend): Promise<ResolvedConfig> {
  const given = backend.config();
  const known = merged(spelled(given), configFromEnv(given.env));
  const path = given.endpoints?.config ?? '/api/realtime/config';
  const needsKey = known.provider !== 'sse' && known.provider !== 'polling';
  if (known.pusherKey !== undefined || path === false || !needsKey) {
    return resolved(spelled(known));
  }
  return resolved(spelled(merged(known, configFromServer((await backend.json(path)) as ServedConfig))));
}

/** The providers in their order. */
export function providersOf({ provider, fallback = false }: ResolvedConfig): readonly ProviderName[] {
  const others = fallback === true ? ALL_FALLBACKS : fallback || [];
  return [provider, ...others.filter((other) => other !== provider)];
}
