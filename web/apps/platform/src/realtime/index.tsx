import {
  type ConnectionState,
  RealTimeProvider,
  type SessionCallbacks,
  type SessionState,
  useChannel,
  useConnectionState,
  useEvent,
  usePresence,
  usePresenceChannel,
  useRealtimeClient,
  useServerClock,
  useTypingIndicator,
} from '@fanfare/real-time/client';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { csrfHeaders, isRecord } from '../api/http';
import { sessionQuery } from '../session/session';
import { useSecond } from '../ui/time';
import type { Attendance, ChannelLog, Connection, Handlers, LoggedEvent, Roster, Transport, Typing } from './types';

/** Those of pusher-js: what it would fall back on by itself comes from elsewhere. */
const enabledTransports = ['ws', 'wss'];

const COMES_BACK_AFTER_MS = 10_000;

/**
 * The one connection of whoever is signed in, or of nobody: the provider that the back end names, then server-sent events, then
 * asking every few seconds.
 */
export function Realtime({ userId, children }: { readonly userId: string | undefined; readonly children: ReactNode }) {
  const client = useQueryClient();
  const config = useMemo(
    () => ({
      fallback: true,
      enabledTransports,
      signin: userId !== undefined,
      typingTransport: 'http' as const,
      userId,
      headersProvider: csrfHeaders,
      // Who was signed out elsewhere sees so at once: their connection was ended, and may not come back.
      refreshAuth: async () => void (await client.fetchQuery({ ...sessionQuery, staleTime: 0 })),
    }),
    [client, userId],
  );
  return (
    <RealTimeProvider config={config}>
      <ComeBack />
      {children}
    </RealTimeProvider>
  );
}

/** Who has lost a right is cut off from everything: whatever they may still hear they hear from the next connection on. */
function ComeBack(): null {
  const { state, reconnect } = useConnectionState();
  const cameBackAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (state === 'failed' && Date.now() - cameBackAt.current > COMES_BACK_AFTER_MS) {
      cameBackAt.current = Date.now();
      reconnect();
    }
  }, [state, reconnect]);
  return null;
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

/** Who else looks, as long as the component is there; to be seen is the price of seeing. */
export function useAttendance(channel: string | null | undefined): Attendance {
  const { members, myId, isStale, error } = usePresence<{ readonly name: string; readonly avatar: string | null }>(channel);
  const people = useMemo(
    () => [...members.values()].map(({ id, info }) => ({ id, name: info.name, avatar: info.avatar ?? null, isMe: id === myId })),
    [members, myId],
  );
  return { people, isStale, isFull: error?.type === 'LimitReached' };
}

export function useConnection(): Connection {
  const { state, transport, recovered, reconnect } = useConnectionState();
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine);
  return {
    state: isOnline ? states[state] : 'offline',
    transport: transports[transport] ?? null,
    hasAll: recovered,
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

const POLL_MS = 4_000;

/** How often to ask for what may have changed: not at all while one is told. For `refetchInterval`. */
export function usePolling(): number | false {
  return useConnection().state === 'live' ? false : POLL_MS;
}

/** @param place the id of a conversation, or the channel of a room */
export function useTyping(place: string): Typing {
  const { typingUsers, keystroke, stop } = useTypingIndicator(place);
  return { typingUserIds: typingUsers.map(({ id }) => id), keystroke, stop };
}

/** Who is in a room, oneself among them. */
export function useRoster(channel: string): Roster {
  const { members, isStale } = usePresenceChannel(channel);
  return {
    members: members.map(({ id, name = '', avatar }) => ({ id, name, avatar: avatar ?? null })),
    isStale,
  };
}

/** The server's time, once a second: only its clock ends auctions. */
export function useServerNow(): number {
  useSecond();
  return useServerClock().now();
}
export type { Attendance, Connection, Handlers, Roster, Transport, Typing } from './types';
