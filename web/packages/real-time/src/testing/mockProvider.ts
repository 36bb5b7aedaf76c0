import { needsGrant } from '../core/auth/authorizer.js';
import { SubscriptionError } from '../core/auth/backend.js';
import type { ConnectionState } from '../core/connection/state.js';
import type { Member } from '../core/presence/member.js';
import type { ChannelEvent, Provider, ProviderContext } from '../core/providers/provider.js';

/** An event that was sent. */
export interface Triggered {
  readonly channel: string;
  readonly event: string;
  readonly data: unknown;
}

/** What the server would know, over all connections. */
export class MockServer {
  readonly members = new Map<string, Map<string, Member>>();
  readonly refusals = new Map<string, number>();
  readonly triggered: Triggered[] = [];
  /** How many connections were made. */
  connections = 0;
  /** How often each channel was subscribed. */
  readonly subscriptions: string[] = [];
  isUp = true;
  myId: string | null = null;
  provider: MockProvider | null = null;
}

/** Carries events from a {@link MockServer}, at once. */
export class MockProvider implements Provider {
  readonly name = 'mock';
  readonly channels = new Set<string>();
  readonly #server: MockServer;
  readonly #context: ProviderContext;
  #state: ConnectionState = 'initialized';

  constructor(server: MockServer, context: ProviderContext) {
    this.#server = server;
    this.#context = context;
  }

  get socketId(): string | null {
    return this.#state === 'connected' ? `1.${this.#server.connections}` : null;
  }

  connect(): void {
    this.#server.provider = this;
    this.state('connecting');
    if (this.#server.isUp) {
      this.open();
    }
  }

  open(): void {
    this.#server.connections += 1;
    this.state('connected');
    this.channels.forEach((channel) => this.#confirm(channel));
  }

  disconnect(): void {
    if (this.#server.provider === this) {
      this.#server.provider = null;
    }
  }

  subscribe(channel: string): void {
    this.channels.add(channel);
    if (this.#state === 'connected') {
      this.#confirm(channel);
    }
  }

  unsubscribe(channel: string): void {
    this.channels.delete(channel);
  }

  trigger(channel: string, event: string, data: unknown): boolean {
    const isSent = this.#state === 'connected';
    if (isSent) {
      this.#server.triggered.push({ channel, event, data });
    }
    return isSent;
  }

  state(state: ConnectionState, error?: Error): void {
    this.#state = state;
    this.#context.sink.state(state, error);
  }

  event(event: ChannelEvent): void {
    if (this.#hears(event.channel)) {
      this.#context.sink.event(event);
    }
  }

  joined(channel: string, member: Member): void {
    if (this.#hears(channel)) {
      this.#context.sink.joined(channel, member);
    }
  }

  left(channel: string, id: string): void {
    if (this.#hears(channel)) {
      this.#context.sink.left(channel, id);
    }
  }

  #hears(channel: string): boolean {
    return this.#state === 'connected' && this.channels.has(channel);
  }

  #confirm(channel: string): void {
    this.#server.subscriptions.push(channel);
    const status = this.#server.refusals.get(channel);
    if (status !== undefined && needsGrant(channel)) {
      this.#context.sink.refused(channel, new SubscriptionError(`The mock refuses with ${status}`, status, 'AuthError'));
    } else if (channel.startsWith('presence-')) {
      const members = [...(this.#server.members.get(channel)?.values() ?? [])];
      this.#context.sink.subscribed(channel, { members, myId: this.#server.myId });
    } else {
      this.#context.sink.subscribed(channel);
    }
  }
}
