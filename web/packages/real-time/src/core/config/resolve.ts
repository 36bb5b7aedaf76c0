import type { HeadersProvider, ProviderName, RealTimeConfig } from './config.js';

/** Where the server is and how to get there, with nothing left open. */
export interface ResolvedConfig extends RealTimeConfig {
  readonly provider: ProviderName;
  readonly key: string;
  readonly cluster: string;
  readonly tls: boolean;
  /** Without a port. */
  readonly host: string;
  readonly port: number;
  readonly authEndpoint: string;
  readonly userAuthEndpoint: string;
  readonly headersProvider: HeadersProvider;
}

/** What the back end answers on `GET /api/realtime/config`. */
export interface ServedConfig {
  readonly provider?: string;
  readonly key?: string;
  readonly cluster?: string;
  readonly host?: string | null;
  readonly port?: number | null;
  readonly wssPort?: number | null;
  readonly encrypted?: boolean;
  readonly authEndpoint?: string;
}

/** Names of what back ends publish with that says nothing to a browser: what is behind them speaks the Pusher protocol. */
const OWN: ReadonlySet<string> = new Set(['embedded', 'recording']);

/** What the back end says, in the words of {@link RealTimeConfig}. */
export function configFromServer(served: ServedConfig): RealTimeConfig {
  return {
    provider: OWN.has(served.provider ?? '') ? undefined : served.provider,
    pusherKey: served.key,
    pusherCluster: served.cluster,
    wsHost: served.host ?? undefined,
    wsPort: served.port ?? undefined,
    wssPort: served.wssPort ?? undefined,
    forceTLS: served.encrypted,
    authEndpoint: served.authEndpoint,
  };
}

/** One config of several; for each setting the first that has it counts. */
export function merged(...configs: readonly RealTimeConfig[]): RealTimeConfig {
  const all: Record<string, unknown> = {};
  for (const config of configs) {
    for (const [name, value] of Object.entries(config)) {
      all[name] ??= value;
    }
  }
  return all;
}

/** Both spellings of a setting as one, so that a config in one of them outdoes a later one in the other. */
export function spelled(config: RealTimeConfig): RealTimeConfig {
  const pusherKey = config.pusherKey ?? config.key;
  const pusherCluster = config.pusherCluster ?? config.cluster;
  return { ...config, pusherKey, pusherCluster, key: pusherKey, cluster: pusherCluster };
}

const LOCAL = /^(localhost|127\..*|\[::1\])$/;

/** @throws Error if there is no key where one is needed */
export function resolved(config: RealTimeConfig): ResolvedConfig {
  const { provider = 'pusher', key = '', cluster = 'us2' } = config;
  if (key === '' && (provider === 'pusher' || provider === 'websocket')) {
    throw new Error('There is no key: set config.pusherKey, NEXT_PUBLIC_PUSHER_KEY, or serve /api/realtime/config');
  }
  const [host = '', given] = (config.wsHost ?? '').split(/:(?=\d+$)/);
  const secure = typeof location === 'undefined' || location.protocol === 'https:';
  const tls = config.forceTLS ?? (secure && !LOCAL.test(host));
  const named = given === undefined ? config.wsPort : Number(given);
  return {
    ...config,
    provider,
    key,
    cluster,
    tls,
    host: host || `ws-${cluster}.pusher.com`,
    port: (tls ? (config.wssPort ?? named) : named) ?? (tls ? 443 : 80),
    authEndpoint: config.authEndpoint ?? '/api/pusher/auth',
    userAuthEndpoint: config.userAuthEndpoint ?? '/api/pusher/user-auth',
    headersProvider: config.headersProvider ?? (() => ({})),
  };
}
