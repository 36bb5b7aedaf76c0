import { useCallback } from 'react';
import type { RealtimeClient } from '../core/client/realtimeClient.js';
import { getPusherClient } from '../core/client/clients.js';
import { INITIAL, type ConnectionSnapshot } from '../core/connection/state.js';
import { useClient, useConnectedClient } from './context.js';
import { useStore } from './useStore.js';

/** How the connection is, and how to hurry it. */
export interface ConnectionStatus extends ConnectionSnapshot {
  /** Drops the connection and connects anew. */
  readonly reconnect: () => void;
}

/** How the connection is. Exactly one of `isConnected`, `isConnecting` and `isDisconnected` is true. */
export function useConnectionState(): ConnectionStatus {
  const client = useConnectedClient();
  const snapshot = useStore(client, INITIAL);
  const reconnect = useCallback(() => client?.reconnect(), [client]);
  return { ...snapshot, reconnect };
}

/** The client that the hooks of this place use. */
export function usePusher(): RealtimeClient {
  return useClient() ?? getPusherClient();
}
