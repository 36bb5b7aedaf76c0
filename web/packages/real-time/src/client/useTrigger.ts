import { useCallback } from 'react';
import { getPusherClient } from '../core/client/clients.js';
import { useConnectedClient } from './context.js';

/** Sends an event on a channel. */
export type Trigger = (event: string, data: unknown) => Promise<void>;

/** Asks the application's own route, `endpoints.trigger`, to publish events on a channel; sends client events over the connection. */
export function useTrigger(channel: string): Trigger {
  const client = useConnectedClient();
  return useCallback((event, data) => (client ?? getPusherClient()).trigger(channel, event, data), [client, channel]);
}

/** Sends client events (`client-` is put before a name without it) on a channel that is subscribed. */
export function useClientTrigger(channel: string): Trigger {
  const trigger = useTrigger(channel);
  return useCallback((event, data) => trigger(event.startsWith('client-') ? event : `client-${event}`, data), [trigger]);
}
