import { Backend, BackendError } from '../auth/backend.js';
import { Channels } from '../channels/channels.js';
import { ChannelView } from '../channels/channelView.js';
import type { SubscribedChannel } from '../channels/types.js';
import type { RealTimeConfig } from '../config/config.js';
import { INITIAL, snapshotOf, type ConnectionSnapshot, type ConnectionState } from '../connection/state.js';
import { Listeners } from '../listeners.js';
import { HttpLog } from '../recovery/httpLog.js';
import type { RecoverySource } from '../recovery/source.js';
import { ByHand } from './byHand.js';
import { ServerClock } from './serverClock.js';
import { Session } from './session.js';

const LINGER_MS = 2500;
const NO_LOG: RecoverySource = { since: () => Promise.resolve({ events: [], complete: false }) };

/**
 * A connection and its channels. Making one does nothing; it connects while it has users or channels, and stays for a while after
 * the last of them.
 */
export class RealtimeClient {
  /** Told whenever {@link connection} is another. */
  readonly changes = new Listeners<void>();
  /** The application's back end, as the user. */
  readonly backend: Backend;
  readonly clock: ServerClock;
  #config: RealTimeConfig;
  #connection: ConnectionSnapshot = INITIAL;
  readonly #channels: Channels;
  readonly #byHand = new ByHand();
  readonly #log: RecoverySource;
  #session: Session | null = null;
  #users = 0;
  #signedInAs: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(config: RealTimeConfig = {}) {
    this.#config = config;
    this.backend = new Backend(() => this.#config);
    this.clock = new ServerClock(this.backend);
    const { recovery } = config;
    this.#log = recovery === false ? NO_LOG : typeof recovery === 'object' ? recovery : new HttpLog(this.backend);
    const user = {
      added: (name: string) => {
        this.#session?.provider?.subscribe(name);
        this.#use();
      },
      removed: (name: string) => {
        this.#session?.provider?.unsubscribe(name);
        this.#leave();
      },
    };
    this.#channels = new Channels(user, this.#log, () => this.#linger);
  }

  /** The settings as they were given. */
  get config(): RealTimeConfig {
    return this.#config;
  }

  /** How the connection is. */
  get connection(): ConnectionSnapshot {
    return this.#connection;
  }

  /** The same as {@link connection}, as a function. */
  readonly snapshot = (): ConnectionSnapshot => this.#connection;

  /** Who the user is, as far as that is known. */
  get userId(): string | null {
    return this.#config.userId ?? this.#signedInAs;
  }

  /** By which the back end can leave this connection out. Null while there is none. */
  get socketId(): string | null {
    return this.#session?.provider?.socketId ?? null;
  }

  /** The client of pusher-js, if that is in use. What is unsubscribed there is gone for everybody here. */
  get raw(): unknown {
    return this.#session?.provider?.raw ?? null;
  }

  /** How many channels there are, with those that only linger. */
  get channelCount(): number {
    return this.#channels.size;
  }

  /** Takes other settings. Another user gets another connection; other settings count from the next request or connection on. */
  configure(config: RealTimeConfig): void {
    const isOther = this.#config.userId !== config.userId;
    this.#config = config;
    if (isOther) {
      this.#signedInAs = null;
      if (this.#session !== null) {
        this.reconnect();
      }
    }
  }

  /** Connects, and stays so at least until all who called this have ended it. @returns what ends it */
  connect(): () => void {
    this.#use();
    let isOver = false;
    return () => {
      if (!isOver) {
        isOver = true;
        this.#leave();
      }
    };
  }

  /** Drops the connection if there is one, and connects anew at once. */
  reconnect(): void {
    this.#session?.close();
    this.#session = new Session(
      {
        state: (state, transport, error) => this.#state(state, transport, error),
        recovered: (recovered) => this.#tell({ ...this.#connection, recovered }),
        signedIn: (userId) => {
          this.#signedInAs = userId;
          this.#tell({ ...this.#connection });
        },
      },
      this.backend,
      this.#channels,
      this.#log,
    );
    this.#session.open();
  }

  /** A view of a channel, not open yet. One with an empty name never hears anything. */
  view(name: string): ChannelView {
    return new ChannelView(this.#channels, (...event) => this.trigger(...event), name);
  }

  /** Subscribes by hand. Many may subscribe the same channel: there is one subscription until the last has gone. */
  subscribe<const Name extends string>(name: Name): SubscribedChannel<Name> {
    const view = this.view(name);
    const close = view.open();
    this.#byHand.add(name, close);
    const unsubscribe = (): void => this.#byHand.remove(name, close);
    return Object.assign(view, { unsubscribe }) as unknown as SubscribedChannel<Name>;
  }

  /** Takes back one {@link subscribe}. As nobody says whose, all of them hear on until the last; `channel.unsubscribe()` is exact. */
  unsubscribe(name: string): void {
    this.#byHand.take(name);
  }

  /** Sends a client event, or asks the back end to publish any other where `endpoints.trigger` says how. @throws BackendError if it could not be sent */
  async trigger(channel: string, event: string, data: unknown): Promise<void> {
    if (!event.startsWith('client-')) {
      const path = this.#config.endpoints?.trigger;
      if (path === undefined) {
        throw new BackendError(`${event} was not sent: it is no client event, and endpoints.trigger is not set`, 0);
      }
      await this.backend.post(path, { channel, event, data, socketId: this.socketId });
    } else if (!this.#session?.provider?.trigger(channel, event, data)) {
      throw new BackendError(
        `${event} was not sent: ${this.#connection.transport} is ${this.#connection.state} or cannot send`,
        0,
      );
    }
  }

  get #linger(): number {
    return this.#config.linger ?? LINGER_MS;
  }

  #use(): void {
    this.#users += 1;
    clearTimeout(this.#timer);
    if (this.#session === null) {
      this.reconnect();
    }
  }

  #leave(): void {
    this.#users -= 1;
    if (this.#users === 0) {
      this.#timer = setTimeout(() => {
        this.#session?.close();
        this.#session = null;
        this.#state('disconnected', 'none');
      }, this.#linger);
    }
  }

  #state(state: ConnectionState, transport: string, error?: Error): void {
    const before = this.#connection;
    const isSame = state === before.state && transport === before.transport;
    const now = snapshotOf(state, transport, error, isSame ? before.recovered : null);
    if (!isSame || now.error !== before.error) {
      this.#tell(isSame ? { ...now, since: before.since } : now);
    }
  }

  #tell(connection: ConnectionSnapshot): void {
    if (this.#config.enableLogging) {
      console.debug('[real-time]', connection.state, connection.transport, connection.error ?? '');
    }
    this.#connection = connection;
    this.changes.tell();
  }
}
