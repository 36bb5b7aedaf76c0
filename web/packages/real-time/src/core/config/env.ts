import type { RealTimeConfig } from './config.js';

/**
 * What the environment says: `NEXT_PUBLIC_…`, and in the given variables `VITE_…` as well. Bundlers put a value where a name stands
 * in full.
 */
export function configFromEnv(given: Readonly<Record<string, unknown>> = {}): RealTimeConfig {
  const text = (name: string, inlined: () => unknown): string | undefined => {
    let value = given[`NEXT_PUBLIC_${name}`] ?? given[`VITE_${name}`];
    try {
      value ??= inlined();
    } catch {
      // a browser, where there is no `process`, and nobody has put a value
    }
    return (value as string) || undefined;
  };
  const host = text('PUSHER_HOST', () => process.env.NEXT_PUBLIC_PUSHER_HOST);
  const port = text('PUSHER_WS_PORT', () => process.env.NEXT_PUBLIC_PUSHER_WS_PORT);
  const tls = text('PUSHER_FORCE_TLS', () => process.env.NEXT_PUBLIC_PUSHER_FORCE_TLS);
  return {
    provider: text('REALTIME_PROVIDER', () => process.env.NEXT_PUBLIC_REALTIME_PROVIDER),
    pusherKey: text('PUSHER_KEY', () => process.env.NEXT_PUBLIC_PUSHER_KEY),
    pusherCluster: text('PUSHER_CLUSTER', () => process.env.NEXT_PUBLIC_PUSHER_CLUSTER),
    wsHost: text('PUSHER_WS_HOST', () => process.env.NEXT_PUBLIC_PUSHER_WS_HOST) ?? host,
    wsPort: port && Number(port),
    forceTLS: tls && tls !== 'false',
    authEndpoint: text('PUSHER_AUTH_ENDPOINT', () => process.env.NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT),
  } as RealTimeConfig;
}
