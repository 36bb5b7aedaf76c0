/** Who and where the server is. What is missing comes from the environment. */
export interface PusherServerConfig {
  /** Else `PUSHER_APP_ID`. */
  readonly pusherAppId?: string | undefined;
  /** Else `PUSHER_KEY`, then `NEXT_PUBLIC_PUSHER_KEY`. */
  readonly pusherKey?: string | undefined;
  /** Else `PUSHER_SECRET`. Never leaves the process. */
  readonly pusherSecret?: string | undefined;
  /** Else `PUSHER_CLUSTER`, then `NEXT_PUBLIC_PUSHER_CLUSTER`, then `us2`. Says nothing where a host is set. */
  readonly pusherCluster?: string | undefined;
  /** Else `PUSHER_HOST`. */
  readonly host?: string | undefined;
  /** Else `PUSHER_PORT`. */
  readonly port?: number | undefined;
  /** Else `PUSHER_USE_TLS`; else true unless a host is set. */
  readonly useTLS?: boolean | undefined;
  /** Instead of the global one. */
  readonly fetch?: typeof fetch | undefined;
}

/** Nothing left open. */
export interface Settings {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly cluster: string;
  readonly origin: string;
  readonly fetch: typeof fetch;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names what is missing */
export function settingsOf(config: PusherServerConfig, env: Environment = process.env): Settings {
  const required = (value: string | undefined, names: string): string => {
    if (!value) {
      throw new Error(`${names} is missing`);
    }
    return value;
  };
  const cluster = config.pusherCluster || env.PUSHER_CLUSTER || env.NEXT_PUBLIC_PUSHER_CLUSTER || 'us2';
  const host = config.host || env.PUSHER_HOST || undefined;
  const tls = config.useTLS ?? (env.PUSHER_USE_TLS ? env.PUSHER_USE_TLS !== 'false' : host === undefined);
  const port = config.port ?? env.PUSHER_PORT;
  return {
    appId: required(config.pusherAppId || env.PUSHER_APP_ID, 'pusherAppId (PUSHER_APP_ID)'),
    key: required(config.pusherKey || env.PUSHER_KEY || env.NEXT_PUBLIC_PUSHER_KEY, 'pusherKey (PUSHER_KEY)'),
    secret: required(config.pusherSecret || env.PUSHER_SECRET, 'pusherSecret (PUSHER_SECRET)'),
    cluster,
    origin: `${tls ? 'https' : 'http'}://${host ?? `api-${cluster}.pusher.com`}${port ? `:${port}` : ''}`,
    fetch: config.fetch ?? ((url, init) => fetch(url, init)),
  };
}
