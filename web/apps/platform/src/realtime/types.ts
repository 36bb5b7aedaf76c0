export type Transport = 'websocket' | 'sse' | 'polling';

export interface Connection {
  /** `reconnecting` was live before; `connecting` never was. */
  readonly state: 'live' | 'connecting' | 'reconnecting' | 'offline';
  readonly transport: Transport | null;
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
