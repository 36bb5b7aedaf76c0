import { useContext, useEffect, useMemo, type ReactNode } from 'react';
import { clientFor } from '../core/client/clients.js';
import type { RealtimeClient } from '../core/client/realtimeClient.js';
import type { RealTimeConfig } from '../core/config/config.js';
import { Context, type QueryClientLike } from './context.js';

/** Properties of {@link RealTimeProvider}. */
export interface RealTimeProviderProps {
  /** Inside another provider without a config the outer connection is shared. */
  readonly config?: RealTimeConfig | undefined;
  /** Instead of a config, such as that of `createMockRealtime()`. */
  readonly client?: RealtimeClient | undefined;
  /** For `useRealtimeQueries`. */
  readonly queryClient?: QueryClientLike | undefined;
  readonly children?: ReactNode;
}

/** Properties of {@link PusherProvider}. */
export interface PusherProviderProps extends RealTimeProviderProps {
  /** Without a user, a key, a config and a client there is no connection. */
  readonly userId?: string | null | undefined;
  /** The same as `config.pusherKey`. */
  readonly clientKey?: string | undefined;
  /** The same as `config.pusherCluster`. */
  readonly cluster?: string | undefined;
  /** The same as `config.authEndpoint`. */
  readonly authEndpoint?: string | undefined;
  /** The same as `config.endpoints.trigger`. */
  readonly triggerEndpoint?: string | undefined;
}

/**
 * Gives the hooks below it a connection. There is one for each key, however many providers there are; it is made once the page is
 * there, and never on a server.
 */
export function RealTimeProvider({ config, client: given, queryClient, children }: RealTimeProviderProps): ReactNode {
  const outer = useContext(Context);
  const { provider, pusherKey, key, wsHost, baseUrl } = config ?? {};
  const own = config !== undefined || outer === null;
  const made = useMemo(
    () => (own ? clientFor(config) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other settings do not make another connection
    [own, provider, pusherKey, key, wsHost, baseUrl],
  );
  const client = given ?? made ?? outer?.client ?? null;
  useEffect(() => {
    if (given === undefined && config !== undefined && client !== null) {
      client.configure(config);
    }
  });
  useEffect(() => client?.connect(), [client]);
  const queries = queryClient ?? outer?.queryClient ?? null;
  const value = useMemo(() => ({ client, queryClient: queries }), [client, queries]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

const NOBODY = { client: null, queryClient: null };

/** {@link RealTimeProvider} by another name, which waits for a user, and takes the words of use-pusher as well. */
export function PusherProvider({
  userId,
  clientKey,
  cluster,
  authEndpoint,
  triggerEndpoint,
  config,
  ...others
}: PusherProviderProps): ReactNode {
  const outer = useContext(Context);
  const isOwn = config !== undefined || clientKey !== undefined || (userId != null && outer === null);
  if (!isOwn && outer === null && others.client === undefined) {
    return <Context.Provider value={NOBODY}>{others.children}</Context.Provider>;
  }
  const all = {
    pusherKey: clientKey,
    pusherCluster: cluster,
    authEndpoint,
    userId: userId ?? undefined,
    ...(triggerEndpoint !== undefined && { endpoints: { trigger: triggerEndpoint } }),
    ...config,
  };
  return <RealTimeProvider {...others} config={isOwn ? all : undefined} />;
}
