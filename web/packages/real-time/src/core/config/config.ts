import type { RecoverySource } from '../recovery/source.js';

/** Who carries events; others by `registerProvider`. */
export type ProviderName = 'pusher' | 'websocket' | 'sse' | 'polling' | (string & {});

/** Headers of a request that belongs to a user, asked for anew for each one. */
export type HeadersProvider = () => Record<string, string> | Promise<Record<string, string>>;

/** What the constructor of pusher-js looks like from here. */
export type PusherConstructor = new (key: string, options: never) => unknown;

/** Paths of the application's own back end. */
export interface Endpoints {
  /** Who and where the server is. Default `/api/realtime/config`; `false` asks nobody. */
  readonly config?: string | false;
  /** The log of events. Default `/api/realtime/events`. */
  readonly events?: string;
  /** The stream of events. Default `/api/realtime/sse`. */
  readonly sse?: string;
  /** Where typing is told. Default `/api/realtime/typing`. */
  readonly typing?: string;
  /** Notifications of the user. Default `/api/notifications`. */
  readonly notifications?: string;
  /** The server's clock. Default `/api/time`. */
  readonly time?: string;
  /** The application's own route that publishes what is no client event, for those who may. Default none: it is refused here. */
  readonly trigger?: string;
}

/** Everything that can be set. All of it is optional; what is missing comes from the environment, and from
 * the back end where neither has a key. */
export interface RealTimeConfig {
  /** Default `pusher`. */
  readonly provider?: ProviderName | undefined;
  /** Providers to fall back on, in order; `true` for `sse`, then `polling`. Default none. */
  readonly fallback?: boolean | readonly ProviderName[] | undefined;
  /** After how long without a connection the next provider gets its turn. Default 10,000 ms. */
  readonly fallbackAfter?: number | undefined;

  /** The app's public key. */
  readonly pusherKey?: string | undefined;
  /** The same as `pusherKey`. */
  readonly key?: string | undefined;
  /** Default `us2`; says nothing where a host is set. */
  readonly pusherCluster?: string | undefined;
  /** The same as `pusherCluster`. */
  readonly cluster?: string | undefined;
  /** Host of the server, with or without a port. */
  readonly wsHost?: string | undefined;
  readonly wsPort?: number | undefined;
  readonly wssPort?: number | undefined;
  /** What stands before `/app/…` in the path. */
  readonly wsPath?: string | undefined;
  /** Default: as the page, and not on a machine's own host. */
  readonly forceTLS?: boolean | undefined;
  /** For pusher-js. */
  readonly enabledTransports?: readonly string[] | undefined;
  /** Silence after which the server is asked for a sign of life. Default 120,000 ms, or less if the server says so. */
  readonly activityTimeout?: number | undefined;
  /** How long to wait for that sign. Default 30,000 ms. */
  readonly pongTimeout?: number | undefined;
  /** The constructor, where `import('pusher-js')` is not wanted, such as that of `pusher-js/with-encryption`. */
  readonly pusher?: PusherConstructor | undefined;
  /** Other options of pusher-js. */
  readonly pusherOptions?: Readonly<Record<string, unknown>> | undefined;

  /** Default `/api/pusher/auth`. */
  readonly authEndpoint?: string | undefined;
  /** Default `/api/pusher/user-auth`. */
  readonly userAuthEndpoint?: string | undefined;
  /** Headers of requests to the back end, such as a bearer token. */
  readonly headersProvider?: HeadersProvider | undefined;
  /** Called after a 401, before the one retry; the place to get a new token. */
  readonly refreshAuth?: (() => void | Promise<void>) | undefined;
  /** Whether requests carry cookies. Default `same-origin`. */
  readonly credentials?: RequestCredentials | undefined;
  /** What paths of the back end are relative to. Default: the page. */
  readonly baseUrl?: string | undefined;
  readonly endpoints?: Endpoints | undefined;
  /** Instead of the global one. */
  readonly fetch?: typeof fetch | undefined;

  /** The user's id, for notifications and for telling others from oneself. */
  readonly userId?: string | undefined;
  /** Whether to sign in as that user once connected. Default false. */
  readonly signin?: boolean | undefined;
  /** Default true; otherwise presence hooks subscribe to nothing. */
  readonly enablePresence?: boolean | undefined;
  /** Default true; otherwise nothing about typing is sent or heard. */
  readonly enableTypingIndicators?: boolean | undefined;
  /**
   * How typing is told: to the back end, which knows who it is, or straight to the others. Default `http` in conversations and
   * `client-event` elsewhere; where `http` is said, rooms (`presence-room-…`) are told so, too.
   */
  readonly typingTransport?: 'http' | 'client-event' | undefined;
  /** Where to ask for what was missed; `false` for nowhere. Default: the back end's log. */
  readonly recovery?: boolean | RecoverySource | undefined;
  /** How long a channel stays after its last user. Default 2,500 ms. */
  readonly linger?: number | undefined;
  /** Default 5,000 ms. */
  readonly pollInterval?: number | undefined;
  /** Whether to say what happens, with `console.debug`. */
  readonly enableLogging?: boolean | undefined;
  /** Whether pusher-js says what it does, too. */
  readonly logToConsole?: boolean | undefined;
  /** Where variables are, besides `process.env`: `import.meta.env` in Vite. */
  readonly env?: Readonly<Record<string, unknown>> | undefined;
}
