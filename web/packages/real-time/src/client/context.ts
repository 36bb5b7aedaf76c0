import { createContext, useContext, useEffect } from 'react';
import { getPusherClient } from '../core/client/clients.js';
import type { RealtimeClient } from '../core/client/realtimeClient.js';

/** As much of a query client, such as that of TanStack Query, as is used here. */
export interface QueryClientLike {
  invalidateQueries(filters?: { readonly queryKey: readonly unknown[] }): unknown;
}

/** What a provider gives to the hooks below it. */
export interface RealTimeContext {
  /** Null where there is to be no connection. */
  readonly client: RealtimeClient | null;
  readonly queryClient: QueryClientLike | null;
}

export const Context = createContext<RealTimeContext | null>(null);

/** The nearest provider's client; without a provider the one of the page. Null where the provider wants no connection. */
export function useClient(): RealtimeClient | null {
  const context = useContext(Context);
  return context === null ? getPusherClient() : context.client;
}

/** The client, connected as long as the component is there. */
export function useConnectedClient(): RealtimeClient | null {
  const client = useClient();
  useEffect(() => client?.connect(), [client]);
  return client;
}
