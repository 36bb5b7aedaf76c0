import { SubscriptionError } from '../../auth/backend.js';
import type { ConnectionState } from '../../connection/state.js';
import { memberOf } from '../../presence/member.js';
import type { Presence, Provider, ProviderContext, ProviderFactory } from '../provider.js';
import { adviceFor } from '../websocket/protocol.js';
import { optionsOf } from './options.js';
import { loadPusherJs, type PusherJs, type PusherJsClass, type PusherJsChannel, type PusherJsMember } from './pusherJs.js';

interface RawEvent {
  readonly event: string;
  readonly channel?: string;
  readonly data?: unknown;
  readonly user_id?: string;
}

/** Carries events with pusher-js, which is loaded when it is needed first. */
export class PusherJsProvider implements Provider {
  readonly name = 'pusher';
  readonly #context: ProviderContext;
  readonly #channels = new Set<string>();
  #pusher: PusherJs | null = null;
  /** Channels of pusher-js that are listened to: it may give back one that it had. */
  readonly #heard = new WeakSet<PusherJsChannel>();
  #closed = false;
  #wasConnected = false;
  #error: Error | undefined;
  #isRefused = false;

  constructor(context: ProviderContext) {
    this.#context = context;
  }

  get socketId(): string | null {
    const connection = this.#pusher?.connection;
    return connection?.state === 'connected' ? connection.socket_id : null;
  }

  get raw(): unknown {
    return this.#pusher;
  }

  connect(): void {
    const { config, sink } = this.#context;
    sink.state('connecting');
    if (config.pusher !== undefined) {
      this.#start(config.pusher as unknown as PusherJsClass);
    } else {
      loadPusherJs()
        .then((library) => this.#start(library))
        .catch((error: Error) => sink.state('failed', error));
    }
  }

  disconnect(): void {
    this.#closed = true;
    this.#pusher?.disconnect();
  }

  subscribe(channel: string): void {
    this.#channels.add(channel);
    try {
      const subscribed = this.#pusher?.subscribe(channel);
      if (subscribed && !this.#heard.has(subscribed)) {
        this.#heard.add(subscribed);
        this.#listen(channel, subscribed);
      }
    } catch (error) {
      // An encrypted channel, without `pusher-js/with-encryption`.
      this.#context.sink.refused(channel, new SubscriptionError(String(error), 0, 'EncryptionUnsupported'));
    }
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#pusher?.unsubscribe(channel);
  }

  trigger(channel: string, event: string, data: unknown): boolean {
    return this.socketId !== null && this.#pusher?.channel(channel)?.trigger(event, data) === true;
  }

  #start(Library: PusherJsClass): void {
    if (this.#closed) {
      return;
    }
    const { config, authorizer, sink } = this.#context;
    if (config.logToConsole) {
      Library.logToConsole = true;
    }
    const pusher = new Library(config.key, optionsOf(config, authorizer, sink));
    this.#pusher = pusher;
    pusher.connection.bind('state_change', ({ current }: { current: ConnectionState }) => this.#state(current));
    // It calls itself connected until it tries again.
    pusher.connection.bind('connecting_in', () => this.#state('connecting'));
    pusher.connection.bind('error', ({ error }: { error?: { data?: { code?: number; message?: string } } }) => {
      const { code = 0, message } = error?.data ?? {};
      this.#error = new Error(message ?? 'The connection broke');
      this.#isRefused = adviceFor(code) === 'never';
    });
    // Only here is it told who has sent an event.
    pusher.connection.bind('message', (event: RawEvent) => this.#event(event));
    pusher.bind('pusher:signin_success', ({ user_data: user }: { user_data: string }) => {
      sink.signedIn((JSON.parse(user) as { id: string }).id);
    });
    if (config.signin) {
      pusher.signin();
    }
    for (const channel of this.#channels) {
      this.subscribe(channel);
    }
  }

  #state(state: ConnectionState): void {
    if (this.#closed) {
      return;
    }
    if (state === 'connected') {
      this.#wasConnected = true;
      this.#error = undefined;
    }
    const isAgain = state === 'connecting' && this.#wasConnected;
    const isOver = state === 'disconnected' && this.#isRefused;
    this.#context.sink.state(isAgain ? 'reconnecting' : isOver ? 'failed' : state, this.#error);
  }

  #event({ event, channel, data, user_id: userId }: RawEvent): void {
    const isPlain = channel !== undefined && !channel.startsWith('private-encrypted-') && !isProtocol(event);
    if (isPlain && (this.#channels.has(channel) || channel.startsWith('#'))) {
      this.#context.sink.event({ channel, event, data, userId });
    }
  }

  #listen(name: string, channel: PusherJsChannel): void {
    const { sink } = this.#context;
    channel.bind('pusher:subscription_succeeded', () => sink.subscribed(name, presenceOf(channel)));
    channel.bind('pusher:subscription_error', (e: { error: string; type: string; status?: number }) => {
      // Without a status it is what our own authorizer has told already.
      if (e.status !== undefined) {
        sink.refused(name, new SubscriptionError(e.error, e.status, e.type));
      }
    });
    channel.bind('pusher:member_added', ({ id, info }: PusherJsMember) => sink.joined(name, memberOf(id, info)));
    channel.bind('pusher:member_removed', ({ id }: PusherJsMember) => sink.left(name, String(id)));
    channel.bind_global((event, data) => {
      const isDecrypted = name.startsWith('private-encrypted-') && !isProtocol(event);
      if (isDecrypted || /^pusher:(cache_miss|subscription_count)$/.test(event)) {
        sink.event({ channel: name, event, data });
      }
    });
  }
}

function isProtocol(event: string): boolean {
  return /^pusher(_internal)?:/.test(event);
}

function presenceOf({ members }: PusherJsChannel): Presence | undefined {
  if (members === undefined) {
    return undefined;
  }
  const all: Presence['members'][number][] = [];
  members.each(({ id, info }) => all.push(memberOf(id, info)));
  return { members: all, myId: members.myID === undefined ? null : String(members.myID) };
}

export const createPusherProvider: ProviderFactory = (context) => new PusherJsProvider(context);
