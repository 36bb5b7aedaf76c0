/** How a connection is. */
export type ConnectionState =
  'initialized' | 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'unavailable' | 'failed';

/** How the connection is, and since when. Exactly one of the three flags is true. */
export interface ConnectionSnapshot {
  readonly state: ConnectionState;
  readonly isConnected: boolean;
  /** Not yet connected, or on the way. */
  readonly isConnecting: boolean;
  /** Given up, for a while or for good. */
  readonly isDisconnected: boolean;
  /** The provider that carries events now; after a downgrade not the one that was asked for. */
  readonly transport: string;
  /** Milliseconds of the epoch. */
  readonly since: number;
  /** Why it is not connected, if that is known. */
  readonly error: Error | null;
  /** Whether everything missed before the last reconnect was fetched; null before there was one, from a break on, and while it is under way. */
  readonly recovered: boolean | null;
}

const CONNECTING: readonly ConnectionState[] = ['initialized', 'connecting', 'reconnecting'];

/** A snapshot of a state. */
export function snapshotOf(
  state: ConnectionState,
  transport: string,
  error: Error | null = null,
  recovered: boolean | null = null,
): ConnectionSnapshot {
  const isConnected = state === 'connected';
  const isConnecting = CONNECTING.includes(state);
  const isDisconnected = !isConnected && !isConnecting;
  return { state, isConnected, isConnecting, isDisconnected, transport, since: Date.now(), error, recovered };
}

/** Before anything has begun, and on the server. */
export const INITIAL: ConnectionSnapshot = { ...snapshotOf('initialized', 'none'), since: 0 };
