import { needsGrant, type ChannelGrant } from '../../auth/authorizer.js';
import { SubscriptionError } from '../../auth/backend.js';
import { memberOf } from '../../presence/member.js';
import type { Provider, ProviderContext, ProviderFactory } from '../provider.js';
import { Connection } from './connection.js';
import { membersIn, type Frame } from './protocol.js';

const SUBSCRIBED = 'pusher_internal:subscription_succeeded';

/** Speaks the Pusher protocol over the browser's own WebSocket. It has no cipher, so encrypted channels are refused. */
export class WebSocketProvider implements Provider {
  readonly name = 'websocket';
  readonly #context: ProviderContext;
  readonly #connection: Connection;
  /** The channels that are wanted, with who one is there. */
  readonly #channels = new Map<string, string | null>();
  #userId: string | null = null;

  constructor(context: ProviderContext) {
    this.#context = context;
    this.#connection = new Connection(context.config, {
      state: (state, error) => context.sink.state(state, error),
      opened: () => this.#opened(),
      frame: (frame) => this.#frame(frame),
    });
  }

  get socketId(): string | null {
    return this.#connection.socketId;
  }

  connect(): void {
    this.#connection.open();
  }

  disconnect(): void {
    this.#connection.close();
  }

  subscribe(channel: string): void {
    this.#channels.set(channel, null);
    if (channel.startsWith('private-encrypted-')) {
      this.#refused(channel, 'Encrypted channels need the provider pusher', 'EncryptionUnsupported', 0);
    } else if (this.socketId !== null) {
      void this.#ask(channel, this.socketId);
    }
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#connection.send('pusher:unsubscribe', { channel });
  }

  trigger(channel: string, event: string, data: unknown): boolean {
    return this.#connection.send(event, data, channel);
  }

  #opened(): void {
    const { config } = this.#context;
    if (config.signin) {
      void this.#signIn(this.socketId ?? '');
    }
    for (const channel of this.#channels.keys()) {
      this.subscribe(channel);
    }
  }

  async #signIn(socketId: string): Promise<void> {
    try {
      const grant = await this.#context.authorizer.user(socketId);
      if (this.socketId === socketId) {
        this.#connection.send('pusher:signin', grant);
      }
    } catch {
      // Not signed in: channels go on without it, as with other clients of the protocol.
    }
  }

  async #ask(channel: string, socketId: string): Promise<void> {
    let grant: Partial<ChannelGrant> = {};
    try {
      if (needsGrant(channel)) {
        grant = await this.#context.authorizer.channel(socketId, channel);
      }
    } catch (error) {
      if (this.#channels.has(channel)) {
        this.#context.sink.refused(channel, error as SubscriptionError);
      }
      return;
    }
    // Meanwhile the connection may be another one, and the channel not wanted any more.
    if (this.socketId === socketId && this.#channels.has(channel)) {
      const { auth, channel_data } = grant;
      const me = channel_data === undefined ? null : (JSON.parse(channel_data) as { user_id: unknown }).user_id;
      this.#channels.set(channel, me === null ? null : String(me));
      this.#connection.send('pusher:subscribe', { channel, auth, channel_data });
    }
  }

  #frame({ event, channel, data, user_id: userId }: Frame): void {
    const { sink } = this.#context;
    const fields = (data ?? {}) as {
      user_id: string;
      user_info: unknown;
      user_data: string;
      error: string;
      type: string;
      status: number;
    };
    if (event === 'pusher:signin_success') {
      this.#userId = (JSON.parse(fields.user_data) as { id: string }).id;
      sink.signedIn(this.#userId);
      this.subscribe(`#server-to-user-${this.#userId}`);
    } else if (channel === undefined || !this.#channels.has(channel)) {
      return;
    } else if (event === SUBSCRIBED) {
      const members = membersIn(data);
      sink.subscribed(channel, members && { members, myId: this.#channels.get(channel) ?? this.#userId });
    } else if (event === 'pusher:subscription_error') {
      this.#refused(channel, fields.error, fields.type, fields.status);
    } else if (event === 'pusher_internal:member_added') {
      sink.joined(channel, memberOf(fields.user_id, fields.user_info));
    } else if (event === 'pusher_internal:member_removed') {
      sink.left(channel, String(fields.user_id));
    } else {
      sink.event({ channel, event: event.replace('pusher_internal:', 'pusher:'), data, userId });
    }
  }

  #refused(channel: string, message: string, type: string, status: number): void {
    this.#context.sink.refused(channel, new SubscriptionError(message, status, type));
  }
}

export const createWebSocketProvider: ProviderFactory = (context) => new WebSocketProvider(context);
