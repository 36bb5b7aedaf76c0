export type Transport = 'websocket' | 'sse' | 'polling';

export interface Connection {
  /** `reconnecting` was live before; `connecting` never was. */
  readonly state: 'live' | 'connecting' | 'reconnecting' | 'offline';
  readonly transport: Transport | null;
  readonly reconnect: () => void;
}

export type Handlers = Readonly<Record<string, (data: unknown) => void>>;

export interface Typing {
  /** Ids of others who are typing right now. */
  readonly typingUserIds: readonly string[];
  readonly keystroke: () => void;
  readonly stop: () => void;
}

export interface Roster {
  readonly members: ReadonlyArray<{ readonly id: string; readonly name: string; readonly avatar: string | null }>;
  /** Whether it may be others by now, because there is no connection that tells. */
  readonly isStale: boolean;
}
