import type { SubscriptionError } from '../auth/backend.js';
import type { EventMap } from '../events.js';
import type { Member } from '../presence/member.js';

/** The events of a channel: by the pattern of its name, else any. */
export type EventsOf<Name extends string> = Name extends keyof EventMap ? EventMap[Name] : Readonly<Record<string, unknown>>;

/** What every channel tells besides the application's own events. */
export interface ChannelNews {
  readonly 'pusher:subscription_succeeded': unknown;
  readonly 'pusher:subscription_error': SubscriptionError;
  readonly 'pusher:subscription_count': { readonly subscription_count: number };
  readonly 'pusher:cache_miss': unknown;
  readonly 'pusher:member_added': Member;
  readonly 'pusher:member_removed': Member;
  /** Somebody has come, told once for a person however many pages they have open. */
  readonly 'presence:join': Member;
  /** Somebody has gone. */
  readonly 'presence:leave': Member;
  /** After a reconnect: whether all that was missed has been told by now. If not, load anew what is shown. */
  readonly 'realtime:recovered': { readonly recovered: boolean };
}

/** The names of what is heard on a channel; those of client events are free. */
export type EventName<Name extends string> = (keyof EventsOf<Name> & string) | keyof ChannelNews | `client-${string}`;

/** What comes with an event. */
export type EventData<Name extends string, Event extends string> = Event extends keyof EventsOf<Name>
  ? EventsOf<Name>[Event]
  : Event extends keyof ChannelNews
    ? ChannelNews[Event]
    : unknown;

/** What is known of an event besides its data. */
export interface EventMeta {
  readonly channel: string;
  readonly event: string;
  /** Who has sent a client event on a presence channel, as the server says. */
  readonly userId?: string | undefined;
  /** Its position on the channel, where the transport tells it. */
  readonly seq?: number | undefined;
  /** Whether it was missed and comes from the log. */
  readonly recovered: boolean;
}

/** Hears an event. Where its data are not known to the types, it may say itself what it expects. */
export type EventHandler<Data> = unknown extends Data
  ? { anyway(data: Data, meta: EventMeta): void }['anyway']
  : (data: Data, meta: EventMeta) => void;

/** Hears all events of a channel. */
export type AnyEventHandler = (event: string, data: unknown, meta: EventMeta) => void;

/**
 * One user's view of a channel. Many views share one subscription. What is bound through one is unbound through the same one only,
 * and it stays bound over reconnects. The object stays the same while its channel does.
 */
export interface RealtimeChannel<Name extends string = string> {
  /** Empty if there is no channel (yet). */
  readonly name: Name | '';
  readonly isSubscribed: boolean;
  /** Why the subscription was refused. */
  readonly error: SubscriptionError | null;
  /** Whether all that was missed before the last reconnect was fetched; null before there was one, and while it is under way. */
  readonly recovered: boolean | null;
  /** This object: for `const { channel } = useChannel(…)`. */
  readonly channel: RealtimeChannel<Name>;
  /** @returns what unbinds the handler again */
  readonly bind: <Event extends EventName<Name>>(event: Event, handler: EventHandler<EventData<Name, Event>>) => () => void;
  /** @returns what unbinds the handler again */
  readonly bindAll: (handler: AnyEventHandler) => () => void;
  /** Without a handler all of this view's for the event, without an event all of this view's. */
  readonly unbind: <Event extends EventName<Name>>(event?: Event, handler?: EventHandler<EventData<Name, Event>>) => void;
  readonly unbindAll: () => void;
  /**
   * Sends a client event (`client-…`) over the connection, or asks the back end to publish any other where `endpoints.trigger` is set.
   *
   * @returns rejected with {@link BackendError} if it could not be sent
   */
  readonly trigger: (event: string, data: unknown) => Promise<void>;
}

/** A channel that was subscribed by hand. */
export interface SubscribedChannel<Name extends string = string> extends RealtimeChannel<Name> {
  /** Ends this view. The subscription ends a while after its last view. */
  readonly unsubscribe: () => void;
}
