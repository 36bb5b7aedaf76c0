import type { RealTimeConfig } from './config.js';

type Variables = Readonly<Record<string, unknown>>;

/** Bundlers put a value where these names stand in full; where nobody did and there is no `process`, there is no value. */
const inlined: Readonly<Record<string, () => unknown>> = {
  REALTIME_PROVIDER: () => process.env.NEXT_PUBLIC_REALTIME_PROVIDER,
  PUSHER_KEY: () => process.env.NEXT_PUBLIC_PUSHER_KEY,
  PUSHER_CLUSTER: () => process.env.NEXT_PUBLIC_PUSHER_CLUSTER,
  PUSHER_HOST: () => process.env.NEXT_PUBLIC_PUSHER_HOST,
  PUSHER_WS_HOST: () => process.env.NEXT_PUBLIC_PUSHER_WS_HOST,
  PUSHER_WS_PORT: () => process.env.NEXT_PUBLIC_PUSHER_WS_PORT,
  PUSHER_FORCE_TLS: () => process.env.NEXT_PUBLIC_PUSHER_FORCE_TLS,
  PUSHER_AUTH_ENDPOINT: () => process.env.NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT,
};

function text(name: string, given: Variables): string | undefined {
  let value = given[`NEXT_PUBLIC_${name}`] ?? given[`VITE_${name}`];
  try {
    value ??= inlined[name]?.();
  } catch {
    // a browser without `process`
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What the environment says; `NEXT_PUBLIC_…`, and in the given variables `VITE_…` as well. */
export function configFromEnv(given: Variables = {}): RealTimeConfig {
  const port = text('PUSHER_WS_PORT', given);
  const tls = text('PUSHER_FORCE_TLS', given);
  return {
    provider: text('REALTIME_PROVIDER', given),
    pusherKey: text('PUSHER_KEY', given),
    pusherCluster: text('PUSHER_CLUSTER', given),
    wsHost: text('PUSHER_WS_HOST', given) ?? text('PUSHER_HOST', given),
    wsPort: port === undefined ? undefined : Number(port),
    forceTLS: tls === undefined ? undefined : tls !== 'false',
    authEndpoint: text('PUSHER_AUTH_ENDPOINT', given),
  };
}
