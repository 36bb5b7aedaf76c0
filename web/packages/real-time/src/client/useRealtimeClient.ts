import { useEffect, useMemo } from 'react';
import type { ConnectionState } from '../core/connection/state.js';
import type { Member } from '../core/presence/member.js';
import { useChannel } from './useChannel.js';
import { useConnectionState } from './useConnectionState.js';
import { useLatest } from './useLatest.js';
import { usePresenceChannel } from './usePresence.js';

/** An event of a session. */
export interface SessionMessage {
  readonly type: string;
  readonly data: unknown;
}

/** What a session tells. */
export interface SessionCallbacks {
  readonly onEvent?: (message: SessionMessage) => void;
  readonly onConnected?: () => void;
  readonly onDisconnected?: () => void;
  readonly onError?: (error: Error) => void;
}

/** Which planning poker session, and who is told. */
export interface SessionOptions {
  readonly sessionId: string | null | undefined;
  /** May be others each time. */
  readonly callbacks?: SessionCallbacks;
}

/** How it is with a session. */
export interface SessionState {
  readonly isConnected: boolean;
  readonly status: ConnectionState;
  readonly onlineMembers: readonly Member[];
}

const isOwn = (event: string): boolean => !/^(pusher|presence|realtime):/.test(event);

/**
 * Follows a planning poker session. It hears the session's presence channel where that is allowed, else its public one, which has
 * the same events.
 */
export function useRealtimeClient({ sessionId, callbacks = {} }: SessionOptions): SessionState {
  const open = useChannel(sessionId ? `planning-poker-${sessionId}` : null);
  const { members, channel: inside } = usePresenceChannel(sessionId ? `presence-planning-poker-${sessionId}` : null);
  const { state, isConnected, isDisconnected, error } = useConnectionState();
  const latest = useLatest(callbacks);
  useEffect(() => {
    const ends = [open, inside].map((channel) =>
      channel.bindAll((type, data) => {
        if (isOwn(type) && (channel === inside) === inside.isSubscribed) {
          latest.current.onEvent?.({ type, data });
        }
      }),
    );
    return () => ends.forEach((end) => end());
  }, [open, inside, latest]);
  useEffect(() => {
    if (isConnected) {
      latest.current.onConnected?.();
      return () => latest.current.onDisconnected?.();
    }
    return undefined;
  }, [isConnected, latest]);
  const refused = open.error ?? (isDisconnected ? error : null);
  useEffect(() => {
    if (refused !== null) {
      latest.current.onError?.(refused);
    }
  }, [refused, latest]);
  return useMemo(() => ({ isConnected, status: state, onlineMembers: members }), [isConnected, state, members]);
}
