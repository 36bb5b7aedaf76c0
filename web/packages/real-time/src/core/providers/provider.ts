import type { Authorizer } from '../auth/authorizer.js';
import type { SubscriptionError } from '../auth/backend.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { ConnectionState } from '../connection/state.js';
import type { Member } from '../presence/member.js';
import type { RecoverySource } from '../recovery/source.js';

/** An event on a channel, its data decoded. */
export interface ChannelEvent {
  readonly channel: string;
  readonly event: string;
  readonly data: unknown;
  /** Who has sent it, on presence channels, as the server says. */
  readonly userId?: string | undefined;
  /** Its position on the channel, where it is known. */
  readonly seq?: number | undefined;
}

/** Who is in a presence channel. */
export interface Presence {
  readonly members: readonly Member[];
  readonly myId: string | null;
}

/** What a provider tells. */
export interface ProviderSink {
  state(state: ConnectionState, error?: Error): void;
  /** Each time anew, so after a reconnect once more. Without `presence` it is not known who is there. */
  subscribed(channel: string, presence?: Presence): void;
  refused(channel: string, error: SubscriptionError): void;
  event(event: ChannelEvent): void;
  joined(channel: string, member: Member): void;
  left(channel: string, id: string): void;
  signedIn(userId: string): void;
  /** Events of this channel are lost. */
  lost(channel: string): void;
}

/** What a provider works with. */
export interface ProviderContext {
  readonly config: ResolvedConfig;
  readonly sink: ProviderSink;
  readonly authorizer: Authorizer;
  /** Where to ask for what was missed. */
  readonly log: RecoverySource;
  /** The last position of a channel that is known. */
  position(channel: string): number | null;
  /** Asks the log where a channel is, to begin there. @throws BackendError if it does not say */
  begin(channel: string): Promise<void>;
}

/** Carries events from a server. What was subscribed stays so over reconnects, which are its own affair. */
export interface Provider {
  /** What users of the connection see as its transport; a fallback's own while it stands in. */
  readonly name: string;
  /** Null while there is no connection that has one. */
  readonly socketId: string | null;
  connect(): void;
  /** For good: nothing is told any more. */
  disconnect(): void;
  subscribe(channel: string): void;
  unsubscribe(channel: string): void;
  /** @returns whether it could be sent */
  trigger(channel: string, event: string, data: unknown): boolean;
  /** The client of another library, if it is one that carries the events. */
  readonly raw?: unknown;
}

/** Makes a provider; it does nothing before `connect`. */
export type ProviderFactory = (context: ProviderContext) => Provider;
