import type { ConnectionState } from '../connection/state.js';
import type { Provider, ProviderContext, ProviderSink } from './provider.js';
import { loadProvider } from './registry.js';

const UP = 'connected';

/**
 * Several providers in the order of preference. The next one gets its turn when one fails or takes too long; those before it go
 * on trying, and the first of them that connects takes over again.
 */
export class Failover implements Provider {
  readonly #context: ProviderContext;
  readonly #names: readonly string[];
  readonly #providers: Provider[] = [];
  readonly #channels = new Set<string>();
  #active = 0;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: ProviderContext, names: readonly string[]) {
    this.#context = context;
    this.#names = names;
  }

  get name(): string {
    return this.#providers[this.#active]?.name ?? this.#names[this.#active] ?? 'none';
  }

  get socketId(): string | null {
    return this.#providers[this.#active]?.socketId ?? null;
  }

  get raw(): unknown {
    return this.#providers[this.#active]?.raw;
  }

  connect(): void {
    this.#turnTo(0);
  }

  disconnect(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#providers.splice(0).forEach((provider) => provider.disconnect());
  }

  subscribe(channel: string): void {
    this.#channels.add(channel);
    this.#providers.forEach((provider) => provider.subscribe(channel));
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel);
    this.#providers.forEach((provider) => provider.unsubscribe(channel));
  }

  trigger(channel: string, event: string, data: unknown): boolean {
    return this.#providers[this.#active]?.trigger(channel, event, data) ?? false;
  }

  #turnTo(index: number): void {
    this.#active = index;
    this.#watch(index);
    loadProvider(this.#names[index] ?? '')
      .then((create) => {
        // It may have been its turn twice while it was loading.
        if (!this.#isClosed && index <= this.#active && this.#providers[index] === undefined) {
          const provider = create({ ...this.#context, sink: this.#sinkOf(index) });
          this.#providers[index] = provider;
          provider.connect();
          this.#channels.forEach((channel) => provider.subscribe(channel));
        }
      })
      .catch((error: Error) => this.#state(index, 'failed', error));
  }

  /** What the active provider tells is told on. */
  #sinkOf(index: number): ProviderSink {
    const { sink } = this.#context;
    const isActive = (): boolean => index === this.#active && !this.#isClosed;
    const ifActive =
      <A extends unknown[]>(tell: (...args: A) => void) =>
      (...args: A): void => {
        if (isActive()) {
          tell(...args);
        }
      };
    return {
      state: (state, error) => this.#state(index, state, error),
      subscribed: ifActive(sink.subscribed),
      refused: ifActive(sink.refused),
      event: ifActive(sink.event),
      joined: ifActive(sink.joined),
      left: ifActive(sink.left),
      signedIn: ifActive(sink.signedIn),
      lost: ifActive(sink.lost),
    };
  }

  #state(index: number, state: ConnectionState, error?: Error): void {
    if (state === UP && index < this.#active) {
      this.#active = index;
      this.#providers.splice(index + 1).forEach((provider) => provider.disconnect());
    }
    if (index !== this.#active || this.#isClosed) {
      return;
    }
    if (state === UP) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    } else {
      this.#watch(index);
    }
    this.#context.sink.state(state, error);
    if (state === 'failed' || state === 'unavailable') {
      this.#next(index);
    }
  }

  #watch(index: number): void {
    this.#timer ??= setTimeout(() => this.#next(index), this.#context.config.fallbackAfter ?? 10_000);
  }

  #next(index: number): void {
    if (index === this.#active && index + 1 < this.#names.length) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#turnTo(index + 1);
    }
  }
}
