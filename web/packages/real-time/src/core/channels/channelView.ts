import type { SubscriptionError } from '../auth/backend.js';
import { attempt, type Listeners } from '../listeners.js';
import { NOBODY, type RosterSnapshot } from '../presence/roster.js';
import { UNSUBSCRIBED, type Channel, type ChannelSnapshot, type Delivery } from './channel.js';
import type { Channels } from './channels.js';
import type { AnyEventHandler, EventMeta } from './types.js';

/** Sends an event. */
export type Sender = (channel: string, event: string, data: unknown) => Promise<void>;

type Handler = (data: unknown, meta: EventMeta) => void;

interface Binding {
  /** Null for all. */
  readonly event: string | null;
  readonly handler: unknown;
  readonly tell: Handler;
}

/**
 * A user's view of a channel. It may be bound before it is open and hears nothing until then; making one subscribes to nothing.
 */
export class ChannelView {
  readonly #channels: Channels;
  readonly #bindings = new Set<Binding>();
  readonly name: string;
  #channel: Channel | null = null;
  #stop: (() => void) | undefined;
  #opens = 0;

  /** @throws BackendError if it could not be sent */
  readonly trigger: (event: string, data: unknown) => Promise<void>;

  constructor(channels: Channels, send: Sender, name: string) {
    this.#channels = channels;
    this.name = name;
    this.trigger = (event, data) => send(name, event, data);
  }

  get isSubscribed(): boolean {
    return this.snapshot().isSubscribed;
  }

  get error(): SubscriptionError | null {
    return this.snapshot().error;
  }

  get recovered(): boolean | null {
    return this.snapshot().recovered;
  }

  get channel(): this {
    return this;
  }

  /** Whoever listens to its changes has it open as well. */
  readonly changes = { add: (onChange: () => void): (() => void) => this.#watch((channel) => channel.changes, onChange) };

  /** Who is there. Whoever listens has the view open as well. */
  readonly roster = {
    changes: { add: (onChange: () => void): (() => void) => this.#watch((channel) => channel.roster.changes, onChange) },
    snapshot: (): RosterSnapshot => this.#channel?.roster.snapshot ?? NOBODY,
  };

  /** The same object until something changes. */
  readonly snapshot = (): ChannelSnapshot => (this.#channel ?? this.#channels.get(this.name))?.snapshot ?? UNSUBSCRIBED;

  /** Subscribes, or shares the subscription that there is. It is open until all who opened it have ended that. */
  open(): () => void {
    let isOver = this.name === '';
    if (!isOver && this.#opens++ === 0) {
      this.#channel = this.#channels.acquire(this.name);
      this.#stop = this.#channel.deliveries.add((delivery) => this.#deliver(delivery));
    }
    return () => {
      if (!isOver && --this.#opens === 0) {
        this.#stop?.();
        this.#channel = null;
        this.#channels.release(this.name);
      }
      isOver = true;
    };
  }

  /** Its channel, while it is open. */
  get opened(): Channel | null {
    return this.#channel;
  }

  readonly bind = (event: string, handler: Handler): (() => void) => {
    const binding = { event, handler, tell: handler };
    if (event === 'pusher:subscription_succeeded' && this.#channel?.snapshot.isSubscribed) {
      const meta = { channel: this.name, event, recovered: false };
      queueMicrotask(() => this.#bindings.has(binding) && handler({}, meta)); // it was before this view came
    }
    return this.#add(binding);
  };

  readonly bindAll = (handler: AnyEventHandler): (() => void) =>
    this.#add({ event: null, handler, tell: (data, meta) => handler(meta.event, data, meta) });

  readonly unbind = (event?: string, handler?: unknown): void => {
    for (const binding of this.#bindings) {
      if ((event === undefined || binding.event === event) && (handler === undefined || binding.handler === handler)) {
        this.#bindings.delete(binding);
      }
    }
  };

  readonly unbindAll = (): void => this.#bindings.clear();

  #add(binding: Binding): () => void {
    this.#bindings.add(binding);
    return () => {
      this.#bindings.delete(binding);
    };
  }

  #watch(changesOf: (channel: Channel) => Listeners<void>, onChange: () => void): () => void {
    const close = this.open();
    const off = this.#channel && changesOf(this.#channel).add(onChange);
    return () => {
      off?.();
      close();
    };
  }

  #deliver({ data, meta }: Delivery): void {
    for (const binding of [...this.#bindings]) {
      if ((binding.event ?? meta.event) === meta.event && this.#bindings.has(binding)) {
        attempt(() => binding.tell(data, meta));
      }
    }
  }
}
