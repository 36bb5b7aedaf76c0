import type { Person } from '../session/person';

export type Transport = 'websocket' | 'sse' | 'polling';

export interface Connection {
  /** `reconnecting` was live before; `connecting` never was. */
  readonly state: 'live' | 'connecting' | 'reconnecting' | 'offline';
  readonly transport: Transport | null;
  /** Whether all that was told during the last break has been fetched; null as long as that is not known. */
  readonly hasAll: boolean | null;
  /** What makes the connection: `pusher` and `websocket` both are over WebSocket. */
  readonly provider: string;
  readonly reconnect: () => void;
}

export type Handlers = Readonly<Record<string, (data: unknown) => void>>;

export interface LoggedEvent {
  readonly id: number;
  readonly at: string;
  readonly event: string;
  readonly data: unknown;
}

export interface ChannelLog {
  readonly isSubscribed: boolean;
  /** Why the subscription was refused. */
  readonly error: string | null;
  readonly events: readonly LoggedEvent[];
}

export interface Typing {
  /** Ids of others who are typing right now. */
  readonly typingUserIds: readonly string[];
  readonly keystroke: () => void;
  readonly stop: () => void;
}

export interface Roster {
  readonly members: readonly Person[];
  /** Whether it may be others by now, because there is no connection that tells. */
  readonly isStale: boolean;
}

export interface Attendance {
  /** Each person once, however many pages they have open. Nobody as long as it is not known. */
  readonly people: ReadonlyArray<Person & { readonly isMe: boolean }>;
  /** Whether there is no connection that tells who has come or gone. */
  readonly isStale: boolean;
  /** As many look as can be counted. */
  readonly isFull: boolean;
}
