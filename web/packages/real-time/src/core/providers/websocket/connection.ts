import type { ResolvedConfig } from '../../config/resolve.js';
import type { ConnectionState } from '../../connection/state.js';
import { backoff } from './backoff.js';
import { Heartbeat } from './heartbeat.js';
import { adviceFor, decode, encode, type Frame } from './protocol.js';

const PROTOCOL = 'protocol=7&client=fanfare-js&version=0.1.0';
const ATTEMPTS_BEFORE_UNAVAILABLE = 2;
const SILENCE_MS = 120_000;

/** Who uses a {@link Connection}. */
export interface ConnectionUser {
  state(state: ConnectionState, error?: Error): void;
  /** A connection has its id. Told before the state `connected`. */
  opened(): void;
  frame(frame: Frame): void;
}

/** One WebSocket after another, as long as it is wanted. */
export class Connection {
  socketId: string | null = null;
  readonly #config: ResolvedConfig;
  readonly #user: ConnectionUser;
  readonly #heartbeat: Heartbeat;
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #wasConnected = false;
  #error: Error | undefined;

  constructor(config: ResolvedConfig, user: ConnectionUser) {
    this.#config = config;
    this.#user = user;
    this.#heartbeat = new Heartbeat(
      () => this.send('pusher:ping', {}),
      () => this.#ended(0),
      config.pongTimeout ?? 30_000,
    );
  }

  open(): void {
    if (typeof WebSocket === 'undefined') {
      this.#user.state('failed', new Error('There is no WebSocket here'));
      return;
    }
    this.#watchNetwork('addEventListener');
    this.#dial();
  }

  close(): void {
    this.#watchNetwork('removeEventListener');
    this.#drop();
  }

  /** @returns whether there is a connection that could take it */
  send(event: string, data: unknown, channel?: string): boolean {
    // One that the server is closing takes nothing any more, though its end is not told yet.
    if (this.socketId === null || this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(encode(event, data, channel));
    return true;
  }

  #dial(): void {
    this.#drop();
    if (this.#attempt < ATTEMPTS_BEFORE_UNAVAILABLE) {
      this.#user.state(this.#wasConnected ? 'reconnecting' : 'connecting', this.#error);
    }
    const { tls, host, port, wsPath = '', key } = this.#config;
    const socket = new WebSocket(`${tls ? 'wss' : 'ws'}://${host}:${port}${wsPath}/app/${key}?${PROTOCOL}`);
    this.#socket = socket;
    this.#heartbeat.start(SILENCE_MS); // a server may take the connection and never say its id
    // A socket that was replaced says nothing any more.
    socket.onmessage = (message) => {
      if (this.#socket === socket) {
        this.#heard(message.data);
      }
    };
    socket.onclose = (event) => {
      if (this.#socket === socket) {
        this.#ended(event.code, event.reason);
      }
    };
  }

  #heard(text: unknown): void {
    this.#heartbeat.heard();
    const frame = decode(text);
    const data = frame?.data as { socket_id?: string; activity_timeout?: number; message?: string } | undefined;
    if (frame?.event === 'pusher:connection_established') {
      this.socketId = data?.socket_id ?? null;
      this.#attempt = 0;
      this.#wasConnected = true;
      this.#error = undefined;
      const silence = Math.min(this.#config.activityTimeout ?? SILENCE_MS, (data?.activity_timeout ?? 120) * 1000);
      this.#heartbeat.start(silence);
      this.#user.opened();
      this.#user.state('connected');
    } else if (frame?.event === 'pusher:ping') {
      this.send('pusher:pong', {});
    } else if (frame?.event === 'pusher:error') {
      this.#error = new Error(data?.message ?? 'The server refuses without a reason');
    } else if (frame !== null) {
      this.#user.frame(frame);
    }
  }

  #ended(code: number, reason?: string): void {
    const advice = adviceFor(code);
    this.#drop();
    const error = this.#error ?? new Error(`Connection closed with ${code} ${reason ?? ''}`);
    this.#error = error;
    if (advice === 'never') {
      this.#watchNetwork('removeEventListener');
      this.#user.state('failed', error);
      return;
    }
    const wait = advice === 'at-once' && this.#attempt === 0 ? 0 : backoff(this.#attempt);
    this.#attempt += 1;
    this.#user.state(
      this.#attempt < ATTEMPTS_BEFORE_UNAVAILABLE ? (this.#wasConnected ? 'reconnecting' : 'connecting') : 'unavailable',
      error,
    );
    this.#retry = setTimeout(() => this.#dial(), wait);
  }

  #drop(): void {
    clearTimeout(this.#retry);
    this.#heartbeat.stop();
    this.socketId = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** The network is back: no reason to wait. */
  readonly #online = (): void => {
    if (this.#socket === null) {
      this.#dial();
    }
  };

  #watchNetwork(change: 'addEventListener' | 'removeEventListener'): void {
    if (typeof window !== 'undefined') {
      window[change]('online', this.#online);
    }
  }
}
