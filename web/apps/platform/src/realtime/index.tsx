import {
  type ConnectionState,
  RealTimeProvider,
  type SessionCallbacks,
  type SessionState,
  useChannel,
  useConnectionState,
  useEvent,
  useRealtimeClient,
  useServerClock,
  useTypingIndicator,
} from '@fanfare/real-time/client';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { csrfHeaders, isRecord } from '../api/http';
import { useSecond } from '../ui/time';
import type { ChannelLog, Connection, Handlers, LoggedEvent, Transport, Typing } from './types';

/** Those of pusher-js: what it would fall back on by itself comes from elsewhere. */
const enabledTransports = ['ws', 'wss'];

/**
 * The one connection of whoever is signed in: the provider that the back end names, then server-sent events, then asking every few
 * seconds.
 */
export function Realtime({ userId, children }: { readonly userId: string; readonly children: ReactNode }) {
  const config = useMemo(() => ({ fallback: true, enabledTransports, userId, headersProvider: csrfHeaders }), [userId]);
  return <RealTimeProvider config={config}>{children}</RealTimeProvider>;
}

/** Hears a channel's events while the component is there. That it is subscribed is told even if it was before. */
export function useChannelEvents(channel: string | null | undefined, handlers: Handlers): void {
  useEvent(channel, Object.keys(handlers), (data: unknown, { event }) => handlers[event]?.(data));
}

/** Follows a planning poker session: its events, and who is there. */
export function usePokerChannel(sessionId: string, callbacks: SessionCallbacks): SessionState {
  return useRealtimeClient({ sessionId, callbacks });
}

const MOST_LOGGED = 100;

/** The last events of a channel since the component is there, newest first. */
export function useChannelLog(name: string): ChannelLog {
  const channel = useChannel(name);
  const [events, setEvents] = useState<readonly LoggedEvent[]>([]);
  useEffect(
    () =>
      channel.bindAll((event, data) => {
        const at = new Date().toISOString();
        setEvents((before) => [{ id: (before[0]?.id ?? 0) + 1, at, event, data }, ...before].slice(0, MOST_LOGGED));
      }),
    [channel],
  );
  return { isSubscribed: channel.isSubscribed, error: channel.error?.message ?? null, events };
}

/** Calls back where events were missed for good, so that everything has to be asked for anew. */
export function useOnGap(onGap: () => void): void {
  const { recovered, isConnected, since } = useConnectionState();
  useEffect(() => {
    if (isConnected && recovered === false) {
      onGap();
    }
  }, [isConnected, recovered, since, onGap]);
}

/** Whether events of this channel were lost in a reconnect: what `realtime:recovered` says. */
export function isLost(data: unknown): boolean {
  return isRecord(data) && data['recovered'] === false;
}

export function useConnection(): Connection {
  const { state, transport, reconnect } = useConnectionState();
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine);
  return {
    state: isOnline ? states[state] : 'offline',
    transport: transports[transport] ?? null,
    provider: transport,
    reconnect,
  };
}

/** A socket may take a minute to find out what the browser knows at once. */
function followNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

const states: Readonly<Record<ConnectionState, Connection['state']>> = {
  initialized: 'connecting',
  connecting: 'connecting',
  connected: 'live',
  reconnecting: 'reconnecting',
  disconnected: 'offline',
  unavailable: 'reconnecting',
  failed: 'offline',
};

const transports: Readonly<Record<string, Transport>> = {
  websocket: 'websocket',
  pusher: 'websocket',
  sse: 'sse',
  polling: 'polling',
};

export function useTyping(conversationId: string): Typing {
  const { typingUsers, keystroke, stop } = useTypingIndicator(conversationId);
  return { typingUserIds: typingUsers.map(({ id }) => id), keystroke, stop };
}

/** The server's time, once a second: only its clock ends auctions. */
export function useServerNow(): number {
  useSecond();
  return useServerClock().now();
}
export type { Connection, Handlers, Transport, Typing } from './types';
